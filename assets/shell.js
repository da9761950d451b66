// What the page does before its program runs: it takes files in, by drop, choice and paste, from the first paint on.
// It goes on doing so afterwards, alone, so that no file is lost or taken twice: the program takes what waits in
// `arrivals`, at its start and at each event `arrival`. `cargo xtask` puts this into the page as an inline script.
(() => {
  const root = document.documentElement;
  const app = document.getElementById("app");
  const field = document.getElementById("file-field");
  const kept = (name) => {
    try {
      return localStorage.getItem(`yanjing.${name}`);
    } catch {
      return null; // Blocked: the page goes on without.
    }
  };

  root.lang = kept("language") ?? (navigator.language.startsWith("zh") ? "zh-CN" : "en");
  root.dataset.theme = kept("theme") ?? "system";
  const isEnglish = () => root.lang === "en";
  if (isEnglish()) {
    for (const element of app.querySelectorAll("*")) {
      const { en, enLabel, enLang } = element.dataset;
      if (en) element.textContent = en;
      if (enLabel) element.ariaLabel = element.title = enLabel;
      if (enLang) element.lang = enLang;
    }
  }

  const arrivals = (window.arrivals = []);
  const take = (found) => {
    if (!found.length) return;
    arrivals.push(...found);
    dispatchEvent(new Event("arrival"));
    const words = app.querySelector(".drop-words[data-taken]");
    if (words && arrivals.length) words.textContent = isEnglish() ? words.dataset.enTaken : words.dataset.taken;
  };

  // Whether an item is a folder can be asked only while its event lasts; a folder waits as its entry. Asking takes more than
  // a millisecond an item, so it is not asked of what has a type; nor for its size, which takes half as long.
  const filesOf = (transfer) => {
    const found = [];
    for (const item of transfer?.items ?? []) {
      const file = item.getAsFile();
      const entry = item.kind === "file" && !file?.type && item.webkitGetAsEntry?.();
      if (entry?.isDirectory || file) found.push(entry?.isDirectory ? entry : file);
    }
    return found.length ? found : [...(transfer?.files ?? [])];
  };
  const takesText = (target) => target instanceof Element && target.closest("input, textarea");

  // A drag enters the next element before it leaves the one before, so the window is left when the element that is
  // left is the one entered last. The browser tells of a drag every 50 to 350 ms: one that is silent for a second was
  // broken off by Escape, or above an element that was taken away.
  let inside = null;
  let silence = 0;
  const over = (isOver) => {
    root.dataset.dropping = isOver ? "yes" : "no";
    clearTimeout(silence);
    if (isOver) silence = setTimeout(over, 1000, false);
    else inside = null;
  };
  const drag = (event) => {
    const isFiles = event.dataTransfer?.types.includes("Files");
    // A link that is dropped would be followed, but text may be dropped where one writes.
    if (isFiles || !takesText(event.target)) event.preventDefault();
    if (!isFiles) return;
    if (event.type === "dragleave") {
      if (inside === event.target) over(false);
    } else if (event.type === "drop") {
      over(false);
      take(filesOf(event.dataTransfer));
    } else {
      if (event.type === "dragenter") inside = event.target;
      event.dataTransfer.dropEffect = "copy";
      over(true);
    }
  };
  for (const type of ["dragenter", "dragover", "dragleave", "drop"]) addEventListener(type, drag);

  addEventListener("paste", (event) => {
    if (takesText(event.target)) return;
    const files = filesOf(event.clipboardData);
    const text = event.clipboardData?.getData("text/plain");
    // Word and Excel put a picture of the text beside it.
    const isText = text?.trim() && files.every((file) => file.type?.startsWith("image/"));
    // A table keeps its cells in the markup alone.
    const html = event.clipboardData?.getData("text/html");
    const name = isEnglish() ? "Pasted text" : "粘贴的文本";
    if (isText && /<table/i.test(html)) take([new File([html], `${name}.html`)]);
    else if (isText) take([new File([text], `${name}.txt`)]);
    else take(files);
  });

  field.addEventListener("change", () => {
    take([...field.files]);
    field.value = ""; // So that the same file can be chosen again.
  });

  // What the system opens with the installed page, and what another program shares with it: the service worker keeps
  // that until the page, which it opens, takes it.
  window.launchQueue?.setConsumer(async ({ files }) => take(await Promise.all(files.map((file) => file.getFile()))));
  const takeShared = async () => {
    history.replaceState(null, "", location.pathname);
    const cache = await caches.open(`yanjing ${new URL("./", location)} shared`);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request);
      take([new File([await kept.blob()], decodeURIComponent(kept.headers.get("X-Name")))]);
      await cache.delete(request);
    }
  };
  if (location.search === "?shared") takeShared();

  // A new version of the page that is complete is told of, and takes over when the reader says so.
  navigator.serviceWorker?.ready.then((registration) => {
    const tell = () => {
      if (!registration.waiting) return;
      root.dataset.update = "yes";
      dispatchEvent(new Event("update"));
    };
    tell();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", tell));
    addEventListener("take-over", () => {
      const next = registration.waiting;
      next?.addEventListener("statechange", () => next.state === "activated" && location.reload());
      next?.postMessage("take over");
    });
  });

  // A button that only the program can answer is pressed again once the program has put its own in its place.
  let pressed = "";
  let focused = "";
  let isRunning = false;
  addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("button, summary");
    if (button && button.matches(".file-chooser")) {
      field.webkitdirectory = button.matches(".folder-chooser");
      field.click();
    }
    else if (button && !isRunning) pressed = button.id;
  });
  addEventListener("focusin", (event) => {
    if (!isRunning) focused = event.target.id;
  });
  const observer = new MutationObserver(() => {
    if (app.querySelector("[data-shell]") || !app.firstElementChild) return;
    observer.disconnect();
    isRunning = true;
    const again = (id) => (id ? document.getElementById(id) : null);
    again(focused)?.focus();
    again(pressed)?.click();
  });
  observer.observe(app, { childList: true });

  // A program that stops, by a fault of its own or for want of memory, can say no more. What stands in the report
  // already is its own last word.
  const fail = (error) => {
    if (!(error instanceof WebAssembly.RuntimeError)) return;
    document.getElementById("failure").hidden = false;
    const report = document.getElementById("failure-report");
    report.value ||= `${error.stack ?? error}\n${navigator.userAgent}`;
  };
  addEventListener("error", (event) => fail(event.error));
  addEventListener("unhandledrejection", (event) => fail(event.reason));

  performance.mark("ready");
})();
