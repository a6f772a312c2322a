"""Owner units of cells, headings and sentences."""
