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
    var own = document.querySelector("#new [data-edit]");
    if (own) { own.focus(); return; }
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
    } else { el.blur(); if (el.closest("#new")) { select(current() || rows()[0]); } }
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    var help = document.getElementById("help"), el = event.target;
    if (help && help.open) { return; }
    if (typing(el)) {
      if (event.key === "Escape") { event.preventDefault(); cancel(el); }
      // One-line fields are written by Enter anyway; a field's longer text has no line breaks either.
      if (event.key === "Enter" && !event.shiftKey && el.matches("textarea[data-edit]:not([data-lines])")) { event.preventDefault(); el.form.requestSubmit(); }
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
    if (act && act.dataset.act === "clear") { choose([], false); return; }
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
      picked();
    }
    var row = event.target.closest("[data-row]");
    if (row) { select(row, true); }
  }

  // --- a new record from what is picked: lines of the list, a stretch of text, a part of the page's picture ---

  var timer = 0, asked = 0, chosenText = "";

  function boxes() { return Array.prototype.slice.call(document.querySelectorAll("input[name=line]")); }

  function picked(text) {
    var panel = document.getElementById("new");
    if (!panel) { return; }
    var on = {}, lines = boxes().filter(function (box) { on[box.value] = box.checked; return box.checked; });
    chosenText = text || "";
    document.querySelectorAll("svg.marks rect[data-line]").forEach(function (rect) { rect.classList.toggle("on", Boolean(on[rect.dataset.line])); });
    window.clearTimeout(timer);
    if (!lines.length) { asked += 1; panel.replaceChildren(); return; }
    timer = window.setTimeout(function () {
      var query = lines.slice(0, 61).map(function (box) { return "line=" + encodeURIComponent(box.value); });
      if (chosenText) { query.push("text=" + encodeURIComponent(chosenText.slice(0, 4000))); }
      var mine = ++asked;
      fetch("/p/" + encodeURIComponent(panel.dataset.pid) + "/new?" + query.join("&")).then(function (answer) { return answer.text(); }).then(function (html) {
        if (mine !== asked || !panel.isConnected) { return; } // another choice, or another page, since
        panel.innerHTML = html; // the desk's own page part, every text in it escaped
        window.htmx.process(panel);
      });
    }, 150);
  }

  function choose(numbers, add) {
    var wanted = {};
    numbers.forEach(function (n) { wanted[n] = true; });
    boxes().forEach(function (box) { box.checked = Boolean(wanted[box.value]) || (add && box.checked); });
    picked();
  }

  // Text marked in the list of lines: the lines it touches, and of each only what is marked.
  function marked() {
    var selection = window.getSelection(), list = document.querySelector(".lines.all");
    if (!list || !document.getElementById("new") || !selection.rangeCount || selection.isCollapsed) { return; }
    var range = selection.getRangeAt(0), parts = [], numbers = [];
    list.querySelectorAll(".line").forEach(function (line) {
      var p = line.querySelector("p"), box = line.querySelector("input[name=line]");
      if (!p || !box || !range.intersectsNode(p)) { return; }
      var own = document.createRange();
      own.selectNodeContents(p);
      if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) { own.setStart(range.startContainer, range.startOffset); }
      if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) { own.setEnd(range.endContainer, range.endOffset); }
      var text = own.toString().trim();
      if (text) { numbers.push(box.value); parts.push(text); }
    });
    if (!numbers.length || !parts.join("").trim()) { return; }
    choose(numbers, false);
    picked(parts.join(" "));
  }

  // A band drawn over the picture of a page picks the lines and cells under it.
  function overSheet(svg) {
    var band = svg.querySelector(".band"), start = null, view = svg.viewBox.baseVal;

    function at(event) {
      var place = svg.getBoundingClientRect();
      return { x: (event.clientX - place.left) / place.width * view.width, y: (event.clientY - place.top) / place.height * view.height };
    }
    function draw(x, y, width, height) {
      [["x", x], ["y", y], ["width", width], ["height", height]].forEach(function (pair) { band.setAttribute(pair[0], String(pair[1])); });
    }
    function under(low, high) {
      return Array.prototype.filter.call(svg.querySelectorAll("rect[data-line]"), function (rect) {
        var x = rect.x.baseVal.value, y = rect.y.baseVal.value, w = rect.width.baseVal.value, h = rect.height.baseVal.value;
        var wide = Math.min(x + w, high.x) - Math.max(x, low.x), tall = Math.min(y + h, high.y) - Math.max(y, low.y);
        return tall > 0.45 * Math.min(h, high.y - low.y) && wide > Math.min(0.1 * w, 0.5 * (high.x - low.x));
      }).map(function (rect) { return rect.dataset.line; });
    }
    svg.addEventListener("pointerdown", function (event) {
      if (event.button !== 0 || event.pointerType === "touch") { return; }
      event.preventDefault();
      svg.setPointerCapture(event.pointerId);
      start = at(event);
    });
    svg.addEventListener("pointermove", function (event) {
      if (!start) { return; }
      var now = at(event);
      draw(Math.min(start.x, now.x), Math.min(start.y, now.y), Math.abs(now.x - start.x), Math.abs(now.y - start.y));
    });
    svg.addEventListener("pointerup", function (event) {
      if (!start) { return; }
      var now = at(event), from = start, add = event.shiftKey || event.ctrlKey || event.metaKey;
      start = null;
      draw(0, 0, 0, 0);
      if (Math.abs(now.x - from.x) > 3 || Math.abs(now.y - from.y) > 3) {
        choose(under({ x: Math.min(from.x, now.x), y: Math.min(from.y, now.y) }, { x: Math.max(from.x, now.x), y: Math.max(from.y, now.y) }), add);
      } else { toggle(now); }
    });
    svg.addEventListener("pointercancel", function () { start = null; draw(0, 0, 0, 0); });
    svg.addEventListener("click", function (event) { if (event.pointerType === "touch") { toggle(at(event)); } });

    function toggle(point) {
      var hit = under({ x: point.x - 0.5, y: point.y - 0.5 }, { x: point.x + 0.5, y: point.y + 0.5 })[0];
      var box = hit && boxes().filter(function (one) { return one.value === hit; })[0];
      if (box) { box.checked = !box.checked; lastPicked = box; picked(); }
    }
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
    if (boxes().some(function (box) { return box.checked; })) { picked(); } // the browser kept them from before
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
  document.addEventListener("mouseup", function (event) { if (event.target.closest(".lines.all")) { marked(); } });
  document.addEventListener("htmx:afterSettle", function (event) {
    if (event.target === document.body) { settle(); }
    var svg = event.target.querySelector && event.target.querySelector("svg.marks");
    if (svg && !svg.dataset.live) { svg.dataset.live = "1"; overSheet(svg); if (document.getElementById("new")) { picked(chosenText); } }
  });
}());
