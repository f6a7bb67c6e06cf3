(function () {
  "use strict";
  var words = document.body.dataset;
  var lang = document.documentElement.lang;
  function key(cell) {
    var text = cell.textContent.trim();
    var plain = text.replace("\u2212", "-").replace(/(\d)[\u00a0\u202f](?=\d{3})/g, "$1");
    plain = words.decimal === ","
      ? plain.replace(/\.(?=\d{3})/g, "").replace(",", ".") : plain.replace(/,/g, "");
    var number = parseFloat(plain);
    return isNaN(number) ? text : number;
  }
  function sort(table, column, head) {
    var up = head.getAttribute("aria-sort") !== "ascending";
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows).map(function (row, i) {
      return { row: row, key: key(row.cells[column]), i: i };
    });
    rows.sort(function (a, b) {
      var an = typeof a.key === "number";
      var bn = typeof b.key === "number";
      if (an !== bn) return an ? -1 : 1;
      var order = an ? a.key - b.key : a.key.localeCompare(b.key, lang);
      return (up ? order : -order) || a.i - b.i;
    });
    rows.forEach(function (r) { body.appendChild(r.row); });
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) {
      cell.removeAttribute("aria-sort");
    });
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
  }
  Array.prototype.forEach.call(document.querySelectorAll("table"), function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.title = words.sort;
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () { sort(table, column, head); });
    });
  });
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.prototype.filter.call(document.querySelectorAll("details"), function (d) {
      return !d.open;
    });
    closed.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    closed.forEach(function (d) { d.open = false; });
  });
})();
