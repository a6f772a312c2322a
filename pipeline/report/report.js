"use strict";
(() => {
  const D = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  // Every text of a document goes through h() before it becomes markup.
  const h = (s) => String(s ?? "").replace(/[&<>"']/g, (c) => ({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}[c]));
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();
  const num = (v) => v === null || v === undefined ? "" : String(+(+v).toPrecision(Math.abs(v) < 1e9 ? 10 : 15)).replace(".", ",");
  const name = (c) => D.communes[c][0];
  const years = [...new Set(D.groups.map((g) => g.y))].filter((y) => y !== null).sort((a, b) => a - b);
  const CLASS = ["up", "down", "mid", "ital", "ital", "none"];
  const WORDS = ["cao hơn trung vị", "thấp hơn trung vị", "bằng trung vị", "có nêu, không tính vào chênh lệch", "nêu không có con số so sánh", "có nêu nhưng không nêu mốc"];
  const SIGN = ["▲", "▼", "", "≠", "", ""];
  const AGAINST = {below_baseline: "thấp hơn mức sàn", at_baseline: "bằng mức sàn", above: "cao hơn mức sàn", no_target: "không nêu chỉ tiêu mà cấp trên giao", not_comparable: "không so được với mức sàn"};
  D.groups.forEach((g, n) => { g.k = n; g.at = new Map(g.cells.filter((c) => c[1] >= 0).map((c) => [c[0], c])); g.floorAt = new Map(g.cells.filter((c) => c[5] >= 0 && g.f).map((c) => [c[0], c])); });
  const byIndicator = new Map();
  D.groups.forEach((g) => { if (!byIndicator.has(g.i)) byIndicator.set(g.i, []); byIndicator.get(g.i).push(g); });
  const yearText = (y) => y === null ? "không nêu mốc" : "đến năm " + y;
  const where = (t) => `${D.plans[t[0]][0]}${t[4] ? ", " + t[4] : ""}`;
  const hasSeveral = (i) => byIndicator.get(i).some((g) => g.h > 1);

  // ---- dialog -------------------------------------------------------------------------------------------------
  const box = $("box");
  let opener = null;
  function show(title, body) {
    if (!box.open) opener = document.activeElement;
    box.innerHTML = `<div class="bar"><h2 id="box-title">${h(title)}</h2><button type="button" id="box-close">Đóng (Esc)</button></div><div class="in">${body}</div>`;
    $("box-close").onclick = () => box.close();
    if (!box.open) box.showModal();
    box.scrollTop = 0;
  }
  box.addEventListener("close", () => { if (opener && opener.isConnected) opener.focus(); });
  box.addEventListener("click", (e) => { if (e.target === box) box.close(); });

  const fill = (text, most) => text.split(" ").reduce((out, w) => { const last = out[out.length - 1]; if (last !== undefined && (last + " " + w).length <= most) out[out.length - 1] += " " + w; else out.push(w); return out; }, []);
  const quote = (t) => `<blockquote>“${h(t[3])}”</blockquote><p class="where">Nguồn: ${h(where(t))}${t[7] ? "<br>Mục: " + h(t[7]) : ""} · mã ${h(t[6])}</p>`;

  function side(g, c) {
    const cell = g.at.get(c);
    if (!cell) {
      const other = (byIndicator.get(g.i) || []).filter((o) => o !== g && o.at.has(c) && o.at.get(c)[1] !== 5);
      return `<h3>${h(name(c))}</h3><p class="big">– không nêu</p><p>Kế hoạch không có chỉ tiêu này ở mốc này.</p>` +
        other.map((o) => { const t = D.targets[o.at.get(c)[2]]; return `<p>Ở mốc khác (${h(yearText(o.y))}): <b>${h(t[1])}</b></p>${quote(t)}`; }).join("");
    }
    const t = D.targets[cell[2]];
    return `<h3>${h(name(c))}</h3><p class="big">${h(t[1])} ${SIGN[cell[1]]}</p><p>${h(WORDS[cell[1]])}${cell[3] ? ` (${cell[3] > 0 ? "+" : "−"}${num(Math.abs(cell[3]))} so với trung vị ${h(g.t[1])})` : ""}${cell[4] ? " · <b>lệch xa các xã khác</b>" : ""}</p>${quote(t)}${t[5] ? `<p>Giới hạn: ${h(t[5])}</p>` : ""}${cell[7] ? `<p>Ghi chú: ${h(cell[7])}</p>` : ""}`;
  }

  function floorOf(g, c) {
    const cell = g.floorAt.get(c);
    if (!cell) return "";
    const f = g.f[cell[5]];
    return `<p><b>Mức sàn của cấp trên:</b> ${h(f[0])}: xã ${h(AGAINST[cell[6]] || "")}.</p><blockquote>“${h(f[4])}”</blockquote><p class="where">Nguồn: ${h(f[2])}${f[3] ? ", " + h(f[3]) : ""}</p>`;
  }

  // The commune that tells most beside c: the farthest value of those compared, else any that has one.
  function opposite(g, c) {
    const own = g.at.get(c), mine = own ? D.targets[own[2]][2] : null;
    const others = [...g.at.values()].filter((x) => x[0] !== c && x[1] !== 5);
    const rated = others.filter((x) => x[1] < 3 && D.targets[x[2]][2] !== null);
    if (!rated.length) return others.length ? others[0][0] : -1;
    const base = mine === null || mine === undefined ? g.n[1] : mine;
    return rated.reduce((a, b) => Math.abs(D.targets[b[2]][2] - base) > Math.abs(D.targets[a[2]][2] - base) ? b : a)[0];
  }

  function why(g, a, b) {
    const list = [], x = g.at.get(a), y = b >= 0 ? g.at.get(b) : undefined;
    if (x && y) {
      const s = D.targets[x[2]], t = D.targets[y[2]];
      if (x[1] < 3 && y[1] < 3 && s[2] !== null && t[2] !== null) list.push(s[2] === t[2] ? "Hai xã nêu cùng một con số." : `Chênh nhau ${num(Math.abs(s[2] - t[2]))} ${D.indicators[g.i][2]}: ${name(a)} ${s[1]}, ${name(b)} ${t[1]}.`);
      if (s[5] !== t[5]) list.push(`Khác giới hạn: ${name(a)} “${s[5] || "không nêu"}”, ${name(b)} “${t[5] || "không nêu"}”.`);
    } else if (!x) list.push(`${name(a)} không nêu chỉ tiêu này ở mốc này.`);
    list.push(...g.w);
    if (!g.w.length && x && y && g.c === 0) list.push("Cùng chỉ tiêu, cùng mốc, cùng cách tính: chênh lệch là do mức phấn đấu khác nhau.");
    return `<div class="why"><h3>Vì sao khác nhau?</h3><ul>${list.map((l) => `<li>${h(l)}</li>`).join("")}</ul></div>`;
  }

  function compareCell(k, c, with_) {
    const g = D.groups[k], other = with_ === undefined ? opposite(g, c) : with_;
    const I = D.indicators[g.i];
    const choices = D.communes.map((m, n) => n).filter((n) => n !== c).sort((a, b) => g.at.has(b) - g.at.has(a) || name(a).localeCompare(name(b), "vi"));
    show(`${I[1]}: ${yearText(g.y)}`,
      `<p><span class="tag t${g.c}">${["So sánh được", "Có lưu ý", "Không so sánh"][g.c]}</span> ${g.h}/${D.communes.length} xã nêu; thấp nhất ${h(g.t[0] || "–")}, trung vị ${h(g.t[1] || "–")}, cao nhất ${h(g.t[2] || "–")} ${h(I[2])}</p>
      <div class="two"><div>${side(g, c)}${floorOf(g, c)}</div><div><label>So với <select id="with">${choices.map((n) => `<option value="${n}"${n === other ? " selected" : ""}>${h(name(n))}${g.at.has(n) ? " (" + h(D.targets[g.at.get(n)[2]][1]) + ")" : " (không nêu)"}</option>`).join("")}</select></label><div id="other">${other >= 0 ? side(g, other) : ""}</div></div></div>
      <div id="why">${why(g, c, other)}</div><p><button type="button" class="act" id="to-ind">Xem mọi xã của chỉ tiêu này</button> <button type="button" class="act" id="to-com">Hồ sơ ${h(name(c))}</button></p>`);
    const pick = $("with");
    if (pick) pick.onchange = () => { $("other").innerHTML = side(g, +pick.value); $("why").innerHTML = why(g, c, +pick.value); };
    $("to-ind").onclick = () => { opener = null; box.close(); openIndicator(g.i, c); };
    $("to-com").onclick = () => profile(c);
  }

  // ---- heat map -----------------------------------------------------------------------------------------------
  const heat = {year: null, sort: "spread", text: "", who: "", several: true, plain: false, cols: "name"};
  const best = years.map((y) => [y, D.groups.filter((g) => g.y === y && g.h > 1).length]).sort((a, b) => b[1] - a[1])[0];
  heat.year = best && best[1] ? best[0] : "all";
  if (!D.groups.some((g) => g.h > 1)) heat.several = false;
  function relative(g) { return g.n[3] ? (D.indicators[g.i][2] === "%" ? g.n[3] / 100 : g.n[3] / Math.abs(g.n[1] || 1)) : 0; }
  function heatGroups() {
    const words = fold(heat.text).split(/\s+/).filter(Boolean);
    const found = D.groups.filter((g) => (heat.year === "all" || String(g.y) === String(heat.year)) && (!heat.several || g.h > 1) && (!heat.plain || g.c === 0) &&
      words.every((w) => fold(D.indicators[g.i][1]).includes(w)));
    const by = {spread: (a, b) => (a.c === 2) - (b.c === 2) || relative(b) - relative(a), having: (a, b) => b.h - a.h, name: (a, b) => D.indicators[a.i][1].localeCompare(D.indicators[b.i][1], "vi"), list: () => 0}[heat.sort];
    return found.sort((a, b) => by(a, b) || a.k - b.k);
  }
  function heatCommunes(groups) {
    const words = fold(heat.who).split(/[,;]+/).map((w) => w.trim()).filter(Boolean);
    const all = D.communes.map((m, n) => n).filter((n) => !words.length || words.some((w) => fold(name(n) + " " + D.communes[n][2]).includes(w)));
    const score = (c, s) => groups.reduce((k, g) => k + (g.at.has(c) ? +(s === undefined || g.at.get(c)[1] === s) : 0), 0);
    if (heat.cols === "most") all.sort((a, b) => score(b) - score(a)); else if (heat.cols === "least") all.sort((a, b) => score(a) - score(b));
    else if (heat.cols === "below") all.sort((a, b) => score(b, 1) - score(a, 1)); else all.sort((a, b) => name(a).localeCompare(name(b), "vi"));
    return all;
  }
  const LIMIT = 400;
  function heatTable(shown, cs, many) {
    const rows = shown.map((g) => {
      const I = D.indicators[g.i];
      return `<tr><th scope="row" class="first"><button type="button" class="link" data-i="${g.i}">${h(I[1])}</button>${I[2] ? ` (${h(I[2])})` : ""} <span class="where">${g.y === null ? "không nêu mốc" : g.y}</span> <span class="tag t${g.c}">${["So sánh được", "Có lưu ý", "Không so sánh"][g.c]}</span></th><td class="n">${h(g.t[1])}</td><td class="n">${h(g.t[3])}</td>` +
        cs.map((c) => {
          const x = g.at.get(c), floor = g.floorAt.get(c), under = floor && (floor[6] === "below_baseline" || floor[6] === "no_target") ? " under" : "";
          if (!x) return `<td class="cell none${under}" data-k="${g.k}" data-c="${c}" tabindex="-1" aria-label="${h(name(c))}: không nêu">–</td>`;
          const t = D.targets[x[2]], text = x[1] === 5 ? "không mốc" : t[1].replace(" %", "");
          return `<td class="cell ${CLASS[x[1]]}${x[4] ? " out" : ""}${under}" data-k="${g.k}" data-c="${c}" tabindex="-1" aria-label="${h(name(c))}: ${h(t[1])}, ${WORDS[x[1]]}${x[4] ? ", lệch xa" : ""}">${h(text)}${SIGN[x[1]] ? " " + SIGN[x[1]] : ""}</td>`;
        }).join("") + "</tr>";
    }).join("");
    return `<table class="heat${many ? " many" : ""}" role="grid" aria-label="Bản đồ chênh lệch"><thead><tr><th class="first" scope="col">Chỉ tiêu</th><th scope="col">Trung vị</th><th scope="col">Chênh lệch</th>${cs.map((c) => `<th scope="col" class="c"><span>${h(name(c))}</span></th>`).join("")}</tr></thead><tbody>${rows}</tbody></table>`;
  }
  // On paper 130 columns would run off the sheet: there the communes come in tables of 16 (`chunk`).
  function drawHeat(chunk) {
    const groups = heatGroups(), shown = groups.slice(0, LIMIT), cs = heatCommunes(groups), size = chunk > 0 ? chunk : Math.max(1, cs.length), parts = [];
    for (let n = 0; n < cs.length; n += size) parts.push(cs.slice(n, n + size));
    $("heat").innerHTML = shown.length ? parts.map((part) => heatTable(shown, part, part.length > 14)).join("") || `<p class="empty">Không có xã nào khớp.</p>` : `<p class="empty">Không có chỉ tiêu nào khớp. Hãy đổi mốc, bỏ bớt điều kiện lọc hoặc bỏ chọn “từ hai xã”.</p>`;
    const first = $("heat").querySelector("td.cell");
    if (first) first.tabIndex = 0;
    $("heat-n").textContent = `${groups.length} dòng chỉ tiêu, ${cs.length} xã${groups.length > LIMIT ? ` (hiện ${LIMIT} dòng đầu; hãy lọc thêm)` : ""}.`;
  }
  $("heat").addEventListener("click", (e) => {
    const td = e.target.closest("td.cell"), link = e.target.closest("button[data-i]");
    if (td) { roam(td); compareCell(+td.dataset.k, +td.dataset.c); } else if (link) openIndicator(+link.dataset.i);
  });
  function roam(td) { $("heat").querySelectorAll('td[tabindex="0"]').forEach((x) => { x.tabIndex = -1; }); td.tabIndex = 0; td.focus(); }
  $("heat").addEventListener("keydown", (e) => {
    const td = e.target.closest("td.cell");
    if (!td) return;
    if (e.key === "Enter" || e.key === " ") { e.preventDefault(); compareCell(+td.dataset.k, +td.dataset.c); return; }
    const step = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -1e6], End: [0, 1e6]}[e.key];
    if (!step) return;
    e.preventDefault();
    const rows = [...td.closest("tbody").rows], r = rows.indexOf(td.parentNode) + step[0], cells = [...td.parentNode.querySelectorAll("td.cell")];
    const n = Math.max(0, Math.min(cells.length - 1, cells.indexOf(td) + step[1]));
    if (rows[r]) roam(rows[r].querySelectorAll("td.cell")[n]);
  });
  const horizon = $("heat-year");
  horizon.innerHTML = [...years.map((y) => [y, y]), ["null", "Không nêu mốc"], ["all", "Mọi mốc"]].filter(([y]) => y !== "null" || D.groups.some((g) => g.y === null)).map(([y, t]) => `<button type="button" data-y="${y}" aria-pressed="${String(y) === String(heat.year)}">${t}</button>`).join("");
  horizon.onclick = (e) => { const b = e.target.closest("button"); if (!b) return; heat.year = b.dataset.y; if (heat.year === "null") { heat.several = false; $("heat-several").checked = false; } horizon.querySelectorAll("button").forEach((x) => x.setAttribute("aria-pressed", String(x === b))); drawHeat(); };
  const bind = (id, key, store, draw) => { const el = $(id), box_ = el.type === "checkbox"; if (box_) el.checked = store[key]; el.addEventListener(el.tagName === "INPUT" && !box_ ? "input" : "change", () => { store[key] = box_ ? el.checked : el.value; draw(0); }); };
  bind("heat-text", "text", heat, drawHeat); bind("heat-who", "who", heat, drawHeat); bind("heat-sort", "sort", heat, drawHeat); bind("heat-cols", "cols", heat, drawHeat); bind("heat-several", "several", heat, drawHeat); bind("heat-plain", "plain", heat, drawHeat);

  // ---- one indicator ------------------------------------------------------------------------------------------
  const one = {i: 0, c: -1, sort: "name", down: false, text: ""};
  const order = [...byIndicator.keys()].sort((a, b) => hasSeveral(b) - hasSeveral(a) || Math.max(...byIndicator.get(b).map((g) => g.h)) - Math.max(...byIndicator.get(a).map((g) => g.h)) || D.indicators[a][1].localeCompare(D.indicators[b][1], "vi"));
  $("ind").innerHTML = order.map((i) => `<option value="${i}">${h(D.indicators[i][1])}${D.indicators[i][2] ? " (" + h(D.indicators[i][2]) + ")" : ""}: ${Math.max(...byIndicator.get(i).map((g) => g.h))} xã</option>`).join("");
  $("ind-com").innerHTML = `<option value="-1">(không chọn)</option>` + D.communes.map((m, n) => `<option value="${n}">${h(m[0])}</option>`).join("");
  function openIndicator(i, c) { one.i = i; if (c !== undefined) one.c = c; $("ind").value = i; $("ind-com").value = one.c; drawIndicator(); $("chi-tieu").scrollIntoView(); $("ind").focus({preventScroll: true}); }
  function drawIndicator() {
    if (!order.length) { $("ind-chart").innerHTML = `<p class="empty">Chưa có chỉ tiêu nào.</p>`; $("ind-table").innerHTML = ""; return; }
    const groups = byIndicator.get(one.i), dated = groups.filter((g) => g.y !== null), I = D.indicators[one.i];
    $("ind-chart").innerHTML = dated.some((g) => g.n[0] !== null) ? chart(dated, I) : `<p class="empty">Không có con số theo mốc để vẽ.</p>`;
    drawTable(groups);
  }
  function chart(groups, I) {
    const W = 1100, H = 330, L = 62, R = 150, T = 18, B = 58;
    const floors = groups.flatMap((g) => (g.f || []).map((f) => f[1])).filter((v) => v !== null);
    let lo = Math.min(...groups.map((g) => g.n[0]).filter((v) => v !== null), ...floors), hi = Math.max(...groups.map((g) => g.n[2]).filter((v) => v !== null), ...floors);
    if (lo === hi) { lo -= Math.abs(lo) * .1 || 1; hi += Math.abs(hi) * .1 || 1; }
    const pad = (hi - lo) * .08; lo -= pad; hi += pad;
    const x = (n) => L + (W - L - R) * (n + .5) / groups.length, y = (v) => T + (H - T - B) * (hi - v) / (hi - lo);
    const out = [`<svg viewBox="0 0 ${W} ${H}" role="group" aria-label="Mức của từng xã theo mốc; bảng bên dưới có cùng số liệu">`];
    for (let n = 0; n <= 4; n++) { const v = lo + pad + (hi - lo - 2 * pad) * n / 4; out.push(`<line x1="${L}" x2="${W - R}" y1="${y(v)}" y2="${y(v)}" stroke="#e3e8ee"/><text x="${L - 8}" y="${y(v) + 4}" text-anchor="end">${num(+v.toFixed(2))}</text>`); }
    out.push(`<text x="${L - 8}" y="11" text-anchor="end">${h(I[2])}</text>`);
    const path = [];
    groups.forEach((g, n) => {
      const cx = x(n), half = Math.min(150, (W - L - R) / groups.length * .38);
      out.push(`<text x="${cx}" y="${H - 34}" text-anchor="middle" font-weight="bold">${g.y}</text><text x="${cx}" y="${H - 17}" text-anchor="middle">${g.h}/${D.communes.length} xã nêu, ${D.communes.length - g.h} không nêu</text>`);
      (g.f || []).forEach((f) => { if (f[1] !== null) out.push(`<line x1="${cx - half - 14}" x2="${cx + half + 14}" y1="${y(f[1])}" y2="${y(f[1])}" stroke="#b00020" stroke-width="2" stroke-dasharray="7 4"/><text x="${cx - half - 18}" y="${y(f[1]) + 4}" text-anchor="end">mức sàn ${h(f[0])}</text>`); });
      if (g.n[1] !== null) out.push(`<line x1="${cx - half}" x2="${cx + half}" y1="${y(g.n[1])}" y2="${y(g.n[1])}" stroke="#1f4e79" stroke-width="2"/><text x="${cx + half + 4}" y="${y(g.n[1]) - 4}">trung vị ${h(g.t[1])}</text>`);
      const stacks = new Map();
      [...g.at.values()].filter((c) => c[1] < 3).forEach((c) => { const v = D.targets[c[2]][2]; const key = v; if (!stacks.has(key)) stacks.set(key, []); stacks.get(key).push(c); });
      stacks.forEach((list, v) => list.forEach((c, m) => {
        const gap = Math.min(13, 2 * half / Math.max(list.length, 1)), px = cx + (m - (list.length - 1) / 2) * gap, own = c[0] === one.c, t = D.targets[c[2]];
        if (own) path.push([px, y(v)]);
        out.push(`<circle class="dot" cx="${px.toFixed(1)}" cy="${y(v).toFixed(1)}" r="${own ? 8 : 5.5}" fill="${own ? "#c55a11" : c[4] ? "#7030a0" : "#2e75b6"}" tabindex="0" role="button" data-k="${g.k}" data-c="${c[0]}" aria-label="${h(name(c[0]))}, ${g.y}: ${h(t[1])}"><title>${h(name(c[0]))}: ${h(t[1])}</title></circle>`);
      }));
    });
    if (path.length > 1) out.splice(1, 0, `<polyline points="${path.map((p) => p.map((v) => v.toFixed(1)).join(",")).join(" ")}" fill="none" stroke="#c55a11" stroke-width="2"/>`);
    return out.join("") + "</svg>";
  }
  function drawTable(groups) {
    const cols = [["name", "Xã"], ...groups.map((g) => [String(g.k), g.y === null ? "Không nêu mốc" : String(g.y)])];
    const value = (g, c) => { const x = g.at.get(c); return x && x[1] !== 5 ? D.targets[x[2]][2] : null; };
    const rows = D.communes.map((m, n) => n).filter((n) => fold(name(n)).includes(fold(one.text)));
    const g = D.groups[+one.sort];
    rows.sort((a, b) => one.sort === "name" || !g ? name(a).localeCompare(name(b), "vi") : ((value(g, a) === null) - (value(g, b) === null)) || (value(g, a) - value(g, b)));
    if (one.down) { rows.reverse(); if (one.sort !== "name" && g) rows.sort((a, b) => (value(g, a) === null) - (value(g, b) === null)); }
    $("ind-table").innerHTML = `<table><thead><tr>${cols.map(([k, t]) => `<th scope="col" aria-sort="${one.sort === k ? (one.down ? "descending" : "ascending") : "none"}"><button type="button" data-s="${k}">${h(t)} ${one.sort === k ? (one.down ? "▾" : "▴") : "↕"}</button></th>`).join("")}</tr></thead><tbody>` +
      rows.map((c) => `<tr><th scope="row"><button type="button" class="link" data-p="${c}">${h(name(c))}</button></th>${groups.map((q) => { const x = q.at.get(c); return x && x[1] !== 5 ? `<td class="${CLASS[x[1]]}"><button type="button" class="link" data-k="${q.k}" data-c="${c}">${h(D.targets[x[2]][1])}</button> ${SIGN[x[1]]}${x[4] ? " <b>lệch xa</b>" : ""}</td>` : `<td class="none"><button type="button" class="link" data-k="${q.k}" data-c="${c}">${x ? "không mốc" : "không nêu"}</button></td>`; }).join("")}</tr>`).join("") + "</tbody></table>";
    $("ind-notes").innerHTML = groups.filter((q) => q.w.length && q.h > 1).map((q) => `<li><b>${h(yearText(q.y))}:</b> ${q.w.map(h).join("; ")}</li>`).join("");
  }
  const open2 = (e) => { const c = e.target.closest("[data-c]"), p = e.target.closest("[data-p]"); if (c) compareCell(+c.dataset.k, +c.dataset.c); else if (p) profile(+p.dataset.p); };
  $("ind-chart").addEventListener("click", open2);
  $("ind-chart").addEventListener("keydown", (e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); open2(e); } });
  $("ind-table").addEventListener("click", (e) => { const s = e.target.closest("[data-s]"); if (s) { one.down = one.sort === s.dataset.s ? !one.down : false; one.sort = s.dataset.s; drawIndicator(); const b = $("ind-table").querySelector(`[data-s="${one.sort}"]`); if (b) b.focus(); } else open2(e); });
  $("ind").onchange = (e) => { one.i = +e.target.value; one.sort = "name"; drawIndicator(); };
  $("ind-com").onchange = (e) => { one.c = +e.target.value; drawIndicator(); };
  $("ind-text").oninput = (e) => { one.text = e.target.value; drawIndicator(); };

  // ---- what the communes took over of a higher plan -------------------------------------------------------------
  const cov = {text: "", c: "-1", sort: "list"}, COV = ["t0", "up", "down", "t1", "t2", "none"];
  D.cover.forEach((r) => { (D.higher[r[0]].rows ??= []).push(r); });
  if (D.higher.length) { $("tiep-thu").hidden = false; $("nav-tt").hidden = false; }
  $("cov-com").innerHTML = `<option value="-1">Tất cả các xã</option>` + D.communes.map((m, n) => `<option value="${n}">${h(m[0])}</option>`).join("");
  $("cov-sort").innerHTML += D.statuses.map((s, n) => `<option value="${n}">Nhiều xã “${h(s)}” nhất</option>`).join("");
  const higherText = (x) => `<blockquote>“${h(x[3])}”</blockquote><p class="where">Nguồn: ${h(x[0])}${x[4] ? ", " + h(x[4]) : ""} · mã ${h(x[2])}</p>`;
  function drawCover() {
    const words = fold(cov.text).split(/\s+/).filter(Boolean);
    const list = D.higher.map((x, n) => { const count = D.statuses.map(() => 0); x.rows.forEach((r) => { if (cov.c === "-1" || r[1] === +cov.c) count[r[2]]++; }); return {x, n, count}; })
      .filter((r) => r.count.some(Boolean) && words.every((w) => fold(r.x[3]).includes(w)));
    if (cov.sort !== "list") list.sort((a, b) => b.count[+cov.sort] - a.count[+cov.sort] || a.n - b.n);
    $("cov").innerHTML = list.length ? `<table><thead><tr><th scope="col" class="first">Nội dung của cấp trên</th>${D.statuses.map((s) => `<th scope="col">${h(s)}</th>`).join("")}</tr></thead><tbody>${list.slice(0, 300).map((r) => `<tr><th scope="row" class="first">${h(r.x[3])} <span class="where">${r.x[1] ? "nhiệm vụ" : "chỉ tiêu"}, ${h(r.x[0])}</span></th>${r.count.map((v, k) => v ? `<td class="${COV[k] || ""}"><button type="button" class="count" data-h="${r.n}" data-t="${k}" aria-label="${v} xã: ${h(D.statuses[k])}">${v}</button></td>` : "<td></td>").join("")}</tr>`).join("")}</tbody></table>` : `<p class="empty">Không có nội dung nào khớp.</p>`;
    $("cov-n").textContent = `${list.length} nội dung${list.length > 300 ? " (hiện 300 dòng đầu; hãy lọc thêm)" : ""}.`;
  }
  $("cov").addEventListener("click", (e) => {
    const b = e.target.closest("[data-h]");
    if (!b) return;
    const x = D.higher[+b.dataset.h], k = +b.dataset.t, rows = x.rows.filter((r) => r[2] === k && (cov.c === "-1" || r[1] === +cov.c));
    show(`${D.statuses[k]}: ${rows.length} xã`, `<h3>Cấp trên giao</h3>${higherText(x)}<h3>Các xã</h3><ol class="rows">${rows.map((r) => {
      const who = `<b>${r[1] >= 0 ? h(name(r[1])) : ""}</b>${D.reasons[r[5]] ? ": " + h(D.reasons[r[5]]) : ""}`;
      if (r[4] < 0) return `<li>${who}</li>`;
      if (r[3]) { const t = D.tasks[r[4]]; return `<li>${who}<blockquote>“${h(t[2])}”</blockquote><span class="where">Nguồn: ${h(D.plans[t[0]][0])}${t[3] ? ", " + h(t[3]) : ""} · mã ${h(t[1])}</span></li>`; }
      return `<li>${who}${quote(D.targets[r[4]])}</li>`;
    }).join("")}</ol>`);
  });
  bind("cov-text", "text", cov, drawCover); bind("cov-com", "c", cov, drawCover); bind("cov-sort", "sort", cov, drawCover);

  // ---- timeline and workload ----------------------------------------------------------------------------------
  const time = {text: "", c: "-1", sort: "lead", all: false};
  $("time-com").innerHTML = `<option value="-1">Tất cả các xã</option>` + D.communes.map((m, n) => `<option value="${n}">${h(m[0])}</option>`).join("");
  const ofCommune = (t) => time.c === "-1" || D.plans[t[0]][1] === +time.c;
  function drawTime() {
    const tasks = D.tasks.filter(ofCommune), rows = new Map(), total = D.slots.map(() => 0);
    const row = (u) => { if (!rows.has(u)) rows.set(u, {u, lead: 0, support: 0, plans: new Set(), slots: D.slots.map(() => 0)}); return rows.get(u); };
    tasks.forEach((t) => { total[t[4]]++; (t[5].length ? t[5] : [-1]).forEach((u) => { const r = row(u); r.lead++; r.slots[t[4]]++; r.plans.add(t[0]); }); t[6].forEach((u) => { const r = row(u); r.support++; r.plans.add(t[0]); }); });
    const unit = (u) => u < 0 ? "(không nêu đơn vị chủ trì)" : D.units[u];
    let list = [...rows.values()].filter((r) => fold(unit(r.u)).includes(fold(time.text)));
    list.sort((a, b) => (time.sort === "name" ? 0 : time.sort === "support" ? b.support - a.support : time.sort === "plans" ? b.plans.size - a.plans.size : time.sort === "lead" ? b.lead - a.lead : b.slots[+time.sort] - a.slots[+time.sort]) || unit(a.u).localeCompare(unit(b.u), "vi"));
    const most = Math.max(1, ...list.map((r) => r.lead)), peak = Math.max(1, ...list.flatMap((r) => r.slots)), n = list.length;
    if (!time.all) list = list.slice(0, 30);
    const head = [["name", "Đơn vị"], ["lead", "Chủ trì"], ["support", "Phối hợp"], ["plans", "Số kế hoạch"], ...D.slots.map((s, k) => [String(k), s[1]])];
    const bars = D.slots.map((s, k) => [s, total[k], k]).filter((b) => b[1]);
    const W = 1100, bh = 170, bw = Math.min(90, (W - 20) / Math.max(1, bars.length)), top = Math.max(1, ...total);
    $("time-chart").innerHTML = bars.length ? `<svg viewBox="0 0 ${W} ${bh + 64}" role="img" aria-label="Số nhiệm vụ theo quý: ${h(bars.map((b) => `${b[0][1]} ${b[1]}`).join("; "))}">` + bars.map((b, m) => { const hh = bh * b[1] / top, x = 10 + m * bw; return `<rect x="${(x + 6).toFixed(1)}" y="${(bh - hh + 18).toFixed(1)}" width="${(bw - 12).toFixed(1)}" height="${hh.toFixed(1)}" fill="${b[0][2] ? "#2e75b6" : "#a6b3c2"}"/><text x="${(x + bw / 2).toFixed(1)}" y="${(bh - hh + 13).toFixed(1)}" text-anchor="middle">${b[1]}</text>${fill(b[0][1].replace("/", " "), Math.max(4, bw / 7.2)).map((w, z) => `<text x="${(x + bw / 2).toFixed(1)}" y="${bh + 33 + z * 13}" text-anchor="middle">${h(w)}</text>`).join("")}`; }).join("") + "</svg>" : "";
    $("time").innerHTML = list.length ? `<table><thead><tr>${head.map(([k, t]) => `<th scope="col"${k === "name" ? ' class="first"' : ""} aria-sort="${time.sort === k ? (k === "name" ? "ascending" : "descending") : "none"}"><button type="button" data-s="${k}">${h(t)}${time.sort === k ? " ▾" : ""}</button></th>`).join("")}</tr></thead><tbody>` +
      list.map((r) => `<tr><th scope="row" class="first">${h(unit(r.u))}</th><td class="n"><button type="button" class="count" data-u="${r.u}" data-t="-1" aria-label="${r.lead} nhiệm vụ ${h(unit(r.u))} chủ trì"><svg viewBox="0 0 60 8" width="60" height="8" aria-hidden="true"><rect width="${(60 * r.lead / most).toFixed(1)}" height="8" fill="#9dc3e6"/></svg>${r.lead}</button></td><td class="n">${r.support || ""}</td><td class="n">${r.plans.size}</td>${r.slots.map((v, k) => v ? `<td class="w${Math.max(1, Math.ceil(4 * v / peak))}"><button type="button" class="count" data-u="${r.u}" data-t="${k}" aria-label="${v} nhiệm vụ, ${h(unit(r.u))}, ${h(D.slots[k][1])}">${v}</button></td>` : "<td></td>").join("")}</tr>`).join("") + "</tbody></table>" : `<p class="empty">Không có đơn vị nào khớp.</p>`;
    $("time-n").innerHTML = n > 30 ? `<button type="button" class="act" id="time-all">${time.all ? "Chỉ hiện 30 đơn vị" : `Hiện đủ ${n} đơn vị`}</button>` : `${n} đơn vị.`;
    const more = $("time-all");
    if (more) more.onclick = () => { time.all = !time.all; drawTime(); };
  }
  function taskItem(t) {
    const commune = D.plans[t[0]][1];
    return `<li><b>${h(commune >= 0 ? name(commune) : D.plans[t[0]][0])}</b>: “${h(t[2])}”<br><span class="where">${t[7] ? `Thời hạn: “${h(t[7][0])}”${t[7][1] ? " → " + h(t[7][1].split("-").reverse().join("/")) : ""}. ` : "Không nêu thời hạn. "}${t[5].length ? "Chủ trì: " + h(t[5].map((u) => D.units[u]).join("; ")) + ". " : ""}${t[6].length ? "Phối hợp: " + h(t[6].map((u) => D.units[u]).join("; ")) + ". " : ""}Nguồn: ${h(D.plans[t[0]][0])}${t[3] ? ", " + h(t[3]) : ""} · mã ${h(t[1])}</span></li>`;
  }
  $("time").addEventListener("click", (e) => {
    const s = e.target.closest("[data-s]"), b = e.target.closest("[data-t]");
    if (s) { time.sort = s.dataset.s; drawTime(); const f = $("time").querySelector(`[data-s="${time.sort}"]`); if (f) f.focus(); return; }
    if (!b) return;
    const u = +b.dataset.u, k = +b.dataset.t;
    const list = D.tasks.filter((t) => ofCommune(t) && (k < 0 || t[4] === k) && (u < 0 ? !t[5].length : t[5].includes(u))).sort((p, q) => String((p[7] && p[7][1]) || "9999").localeCompare(String((q[7] && q[7][1]) || "9999")));
    show(`${u < 0 ? "Không nêu đơn vị chủ trì" : D.units[u]}: ${k < 0 ? "mọi thời hạn" : D.slots[k][1]} (${list.length} nhiệm vụ)`, `<ol class="rows">${list.slice(0, 300).map(taskItem).join("")}</ol>${list.length > 300 ? `<p class="empty">Hiện 300 nhiệm vụ đầu; danh sách đầy đủ ở trang Nhiệm vụ của doichieu.xlsx.</p>` : ""}`);
  });
  bind("time-text", "text", time, drawTime); bind("time-com", "c", time, drawTime);

  // ---- findings -----------------------------------------------------------------------------------------------
  const found = {text: "", kind: "-1", c: "-2", sev: "-1", n: 60};
  $("find-kind").innerHTML = `<option value="-1">Mọi loại</option>` + D.kinds.map((k, n) => [k, n, D.findings.filter((f) => f[1] === n).length]).sort((a, b) => b[2] - a[2]).map(([k, n, m]) => `<option value="${n}">${h(k)} (${m})</option>`).join("");
  const perCommune = D.communes.map((m, n) => [n, D.findings.filter((f) => f[2] === n).length]).sort((a, b) => b[1] - a[1] || name(a[0]).localeCompare(name(b[0]), "vi"));
  $("find-com").innerHTML = `<option value="-2">Mọi xã</option>` + perCommune.map(([n, m]) => `<option value="${n}">${h(name(n))} (${m})</option>`).join("") + (D.findings.some((f) => f[2] < 0) ? `<option value="-1">(không thuộc xã nào)</option>` : "");
  $("find-sev").innerHTML = `<option value="-1">Mọi mức độ</option>` + D.severities.map((s, n) => `<option value="${n}">${h(s)} (${D.findings.filter((f) => f[0] === n).length})</option>`).join("");
  const findingItem = (f) => `<li><p><span class="tag s${f[0]}">${h(D.severities[f[0]])}</span> <b>${h(D.kinds[f[1]])}</b>${f[2] >= 0 ? ` · <button type="button" class="link" data-p="${f[2]}">${h(name(f[2]))}</button>` : ""}</p><p>${h(f[5])}</p>${f[6].map((q) => `<blockquote>“${h(q)}”</blockquote>`).join("")}<p class="where">Nguồn: ${h(D.sources[f[3]])}${f[4] ? ", " + h(f[4]) : ""}</p></li>`;
  function drawFindings() {
    const words = fold(found.text).split(/\s+/).filter(Boolean);
    const list = D.findings.filter((f) => (found.kind === "-1" || f[1] === +found.kind) && (found.c === "-2" || f[2] === +found.c) && (found.sev === "-1" || f[0] === +found.sev) && (!words.length || words.every((w) => fold(`${f[5]} ${f[6].join(" ")} ${D.sources[f[3]]} ${D.kinds[f[1]]}`).includes(w))));
    $("find").innerHTML = list.length ? `<ul class="found">${list.slice(0, found.n).map(findingItem).join("")}</ul>${list.length > found.n ? `<button type="button" class="act" id="find-more">Xem thêm (còn ${list.length - found.n})</button>` : ""}` : `<p class="empty">Không có phát hiện nào.</p>`;
    $("find-n").textContent = `${list.length} phát hiện.`;
    const more = $("find-more");
    if (more) more.onclick = () => { found.n += 100; drawFindings(); };
  }
  $("find").addEventListener("click", (e) => { const p = e.target.closest("[data-p]"); if (p) profile(+p.dataset.p); });
  const refind = () => { found.n = 60; drawFindings(); };
  bind("find-text", "text", found, refind); bind("find-kind", "kind", found, refind); bind("find-com", "c", found, refind); bind("find-sev", "sev", found, refind);

  // ---- a commune ----------------------------------------------------------------------------------------------
  function profile(c) {
    const plans = D.plans.filter((p) => p[1] === c), own = D.groups.filter((g) => g.at.has(c) && g.at.get(c)[1] !== 5), missing = D.missing[c] || [];
    const issues = D.findings.filter((f) => f[2] === c), m = D.communes[c];
    const row = (g) => { const x = g.at.get(c), t = D.targets[x[2]]; return `<tr><td>${h(D.indicators[g.i][1])}</td><td>${g.y === null ? "không nêu" : g.y}</td><td class="${CLASS[x[1]]}"><button type="button" class="link" data-k="${g.k}" data-c="${c}">${h(t[1])}</button> ${SIGN[x[1]]}</td><td class="n">${h(g.t[1])}</td><td class="where">${h(t[4])}</td></tr>`; };
    show(`${m[1] ? m[1][0].toUpperCase() + m[1].slice(1) + " " : ""}${m[0].replace(new RegExp("^" + m[1] + " "), "")}${m[2] && !m[0].includes(m[2]) ? ", " + m[2] : ""}`,
      plans.map((p) => `<p><b>${h(p[4])}</b><br><span class="where">${h([p[2] && "Số " + p[2], p[3] && "ngày " + p[3], p[0]].filter(Boolean).join(", "))}: ${p[5]} chỉ tiêu, ${p[6]} nhiệm vụ</span></p>`).join("") +
      (m[3] ? `<p><a href="${h(m[3])}">Thư gửi xã (Word)</a></p>` : "") +
      (missing.length ? `<h3>Chưa nêu, trong khi đa số xã có nêu</h3><ul>${missing.map((q) => `<li>${h(D.indicators[q[0]][1])} (${q[1]}/${D.communes.length} xã nêu)</li>`).join("")}</ul>` : "") +
      `<h3>Chỉ tiêu (${own.length})</h3><div class="plain"><table><thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Mốc</th><th scope="col">Mức</th><th scope="col">Trung vị</th><th scope="col">Vị trí</th></tr></thead><tbody>${own.map(row).join("")}</tbody></table></div>` +
      `<h3>Phát hiện (${issues.length})</h3>${issues.length ? `<ul class="found">${issues.slice(0, 100).map(findingItem).join("")}</ul>` : `<p class="empty">Không có.</p>`}`);
    box.querySelectorAll("[data-k]").forEach((b) => { b.onclick = () => compareCell(+b.dataset.k, +b.dataset.c); });
  }
  document.querySelectorAll("main [data-open]").forEach((b) => { b.addEventListener("click", () => { const [k, c] = b.dataset.open.split(":"); if (k === "p") profile(+c); else if (k === "i") openIndicator(+c); else if (k === "f") { $("find-kind").value = c; found.kind = c; refind(); $("phat-hien").scrollIntoView(); } }); });

  // ---- on paper everything that fits is shown -----------------------------------------------------------------
  window.addEventListener("beforeprint", () => { time.all = true; found.n = 150; drawHeat(16); drawTime(); drawFindings(); });
  window.addEventListener("afterprint", () => { time.all = false; found.n = 60; drawHeat(); drawTime(); drawFindings(); });
  if (order.length) one.i = order[0];
  drawHeat(); drawIndicator(); drawCover(); drawTime(); drawFindings();
  document.documentElement.dataset.ready = "1";
})();
