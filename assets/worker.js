// A worker of the page: it runs the page's own program, which the page posts compiled in its two parts, with the address of
// its script. The first part runs at once and asks for nothing of the later one until it is asked something itself.
addEventListener(
  "message",
  async ({ data: [script, program, later] }) => {
    const f = await (await import(script)).default({ module_or_path: program });
    if (later) new WebAssembly.Instance(later, { f });
  },
  { once: true },
);
