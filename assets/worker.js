// A worker of the page: it runs the program that the page posts compiled, with the address of its script. That is the
// program of the workers; or the page's own, in its two parts: the first runs at once and asks for nothing of the later one
// until it is asked something itself.
addEventListener(
  "message",
  async ({ data: [script, program, later] }) => {
    const f = await (await import(script)).default({ module_or_path: program });
    if (later) new WebAssembly.Instance(later, { f });
  },
  { once: true },
);
