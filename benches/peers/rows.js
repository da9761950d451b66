// What the grids of others are given: row objects of texts, from a dropped file.
"use strict";

/// The number that a text is, blanks behind all.
function number(text) {
  const number = parseFloat(text.replaceAll(",", ""));
  return Number.isNaN(number) ? Infinity : number;
}

/// Calls `show` with the columns and the rows of a file of tabs that is dropped on the page.
function whenDropped(show) {
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    const bytes = await event.dataTransfer.files[0].arrayBuffer();
    const lines = new TextDecoder().decode(bytes).split("\n");
    if (lines[lines.length - 1] === "") lines.pop();
    const cells = lines.map((line) => line.split("\t"));
    const columns = cells[0].map((label, at) => {
      const filled = cells.slice(1, 200).map((row) => row[at]).filter((cell) => cell !== "" && cell !== "-");
      return { label, isNumber: filled.every((cell) => Number.isFinite(number(cell)) && /\d$|%$/.test(cell)) };
    });
    const fields = columns.map((_, at) => `c${at}`);
    const rows = cells.slice(1).map((row) => Object.fromEntries(fields.map((field, at) => [field, row[at] ?? ""])));
    show(columns, rows);
  });
}
