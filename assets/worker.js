// A worker of the page: it runs the page's own program, which the page posts compiled, with the address of its script.
addEventListener("message", async ({ data: [script, program] }) => (await import(script)).default({ module_or_path: program }), {
  once: true,
});
