"""The review desk: a local web page on which doubtful values are seen beside their page and corrected."""
