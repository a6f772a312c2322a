// Keyboard and focus of the review desk. Every act is a form or a link of the page; without this file all still work by mouse.
(function () {
  "use strict";
  var lastPicked = null;

  function rows() { return Array.prototype.slice.call(document.querySelectorAll("[data-row]")); }
  function current() { return document.querySelector("[data-row].now"); }
  function typing(el) {
    return el && (el.tagName === "TEXTAREA" || el.tagName === "SELECT" || (el.tagName === "INPUT" && el.type !== "checkbox") || el.isContentEditable);
  }

  function select(row, quiet) {
    var old = current();
    if (old) { old.classList.remove("now"); old.removeAttribute("aria-current"); }
    if (!row) { return; }
    row.classList.add("now");
    row.setAttribute("aria-current", "true");
    if (!quiet) {
      var target = row.querySelector("a, input[type=checkbox], button, summary");
      if (target) { target.focus({ preventScroll: true }); }
      row.scrollIntoView({ block: "nearest" });
    }
  }

  function move(step) {
    var all = rows(), at = all.indexOf(current());
    if (!all.length) { return; }
    select(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))]);
  }

  function find(act) {
    var row = current();
    return (row && row.querySelector('[data-act="' + act + '"]')) || (act === "accept" || act === "edit" ? null : document.querySelector('[data-act="' + act + '"]'));
  }

  function click(act) {
    var el = find(act);
    if (el) { el.click(); return true; }
    return false;
  }

  function edit() {
    var row = current(), details = row && row.querySelector("details:has([data-edit])");
    if (!details) { return; }
    details.open = true;
    var input = details.querySelector("[data-edit]");
    input.focus();
    if (input.select) { input.select(); }
  }

  function cancel(el) {
    var details = el.closest("details");
    if (details) {
      details.open = false;
      select(details.closest("[data-row]"));
    } else { el.blur(); }
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    var help = document.getElementById("help"), el = event.target;
    if (help && help.open) { return; }
    if (typing(el)) {
      if (event.key === "Escape") { event.preventDefault(); cancel(el); }
      // One-line fields are written by Enter anyway; a field's longer text has no line breaks either.
      if (event.key === "Enter" && !event.shiftKey && el.matches("textarea[data-edit]")) { event.preventDefault(); el.form.requestSubmit(); }
      return;
    }
    var key = event.key, done = true;
    if (key === "j" || key === "ArrowDown") { move(1); }
    else if (key === "k" || key === "ArrowUp") { move(-1); }
    else if (key === "a") { click("accept"); }
    else if (key === "A") { click("accept-all"); }
    else if (key === "e") { edit(); }
    else if (key === "u") { var undo = document.getElementById("undo"); if (undo) { undo.requestSubmit(); } }
    else if (key === "n") { click("next"); }
    else if (key === "p") { click("prev"); }
    else if (key === "x") { click("drop"); }
    else if (key === "s") { click("split"); }
    else if (key === "m") { click("merge"); }
    else if (key === "t") { click("text"); }
    else if (key === "q") { location.assign("/"); }
    else if (key === "Escape") { done = click("cancel"); }
    else if (key === "/") { var box = document.querySelector("input[type=search]"); if (box) { box.focus(); } }
    else if (key === "?") { help.showModal(); }
    else if (key === "Enter" && !/^(A|BUTTON|SUMMARY|INPUT)$/.test(el.tagName)) {
      var row = current();
      if (row && row.dataset.href) { var link = row.querySelector("a"); if (link) { link.click(); } } else { done = false; }
    } else { done = false; }
    if (done) { event.preventDefault(); }
  }

  function onCtrlEnter(event) {
    if (event.key === "Enter" && event.ctrlKey && event.target.form) { event.preventDefault(); event.target.form.requestSubmit(); }
  }

  function onClick(event) {
    var act = event.target.closest("[data-act]");
    if (act && act.dataset.act === "help") { document.getElementById("help").showModal(); return; }
    if (act && act.dataset.act === "cancel" && act.tagName === "BUTTON") { cancel(act); return; }
    if (act && act.dataset.act === "edit") { event.preventDefault(); select(act.closest("[data-row]"), true); edit(); return; }
    var box = event.target;
    if (box.type === "checkbox" && box.name === "line") {
      var all = Array.prototype.slice.call(document.querySelectorAll("input[name=line]"));
      if (event.shiftKey && lastPicked && all.indexOf(lastPicked) >= 0) {
        var a = all.indexOf(lastPicked), b = all.indexOf(box);
        all.slice(Math.min(a, b), Math.max(a, b) + 1).forEach(function (one) { one.checked = box.checked; });
      }
      lastPicked = box;
    }
    var row = event.target.closest("[data-row]");
    if (row) { select(row, true); }
  }

  function settle() {
    var params = new URLSearchParams(location.search), start = document.querySelector("[data-focus]");
    if (!start && params.get("row") !== null) { start = rows()[Math.min(Number(params.get("row")) || 0, rows().length - 1)]; }
    if (!start && document.getElementById("main").dataset.page === "queue") { start = rows()[0]; }
    var open = document.querySelector("details[open] [data-edit]");
    if (location.hash && document.querySelector(location.hash.replace(/[^#\w-]/g, ""))) { start = document.querySelector(location.hash.replace(/[^#\w-]/g, "")); }
    if (start) { select(start); }
    if (open) { select(open.closest("[data-row]"), true); open.focus(); }
    var auto = document.querySelector("main [autofocus]");
    if (auto) { auto.focus(); }
    document.querySelectorAll("figure img").forEach(function (img, n) {
      function show() {
        var place = img.closest(".place");
        if (n === 0 && place && place.scrollHeight > place.clientHeight) {
          place.scrollTop = Math.max(0, img.offsetTop - place.offsetTop + Number(img.dataset.top) / 842 * img.clientHeight - 120);
        }
      }
      function failed() {
        var figure = img.closest("figure");
        if (figure.classList.contains("failed")) { return; }
        figure.classList.add("failed");
        fetch(img.src).then(function (answer) { return answer.text(); }).then(function (text) {
          var p = document.createElement("p");
          p.className = "empty";
          p.textContent = text;
          figure.appendChild(p);
        });
      }
      if (img.complete) { if (img.naturalWidth) { show(); } else { failed(); } }
      img.addEventListener("load", show);
      img.addEventListener("error", failed);
    });
    document.documentElement.dataset.ready = String(Number(document.documentElement.dataset.ready || 0) + 1);
  }

  document.addEventListener("keydown", onKey);
  document.addEventListener("keydown", onCtrlEnter);
  document.addEventListener("click", onClick);
  document.addEventListener("DOMContentLoaded", settle);
  document.addEventListener("htmx:afterSettle", function (event) { if (event.target === document.body) { settle(); } });
}());
