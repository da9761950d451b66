// Keeps the page's own files, so that it opens without a server. `cargo xtask` fills in the list of files with the
// hash of each; a version is kept whole or not at all. The old one serves until the new one is complete and the reader
// has it take over, or the last window of the page is closed.
const FILES = {/* files */};
// These are kept once they are asked for.
const LATER = {/* later */};
const VERSION = "/* version */";

// One origin may hold this page under several paths; each has caches of its own.
const OWN_CACHES = `yanjing ${registration.scope} `;
const CACHE = OWN_CACHES + VERSION;
const PAGE = new URL("./", registration.scope).href;
// What other programs share with the installed page, until the page takes it.
const SHARED = `${OWN_CACHES}shared`;

addEventListener("install", (event) => event.waitUntil(keepAllFiles()));
addEventListener("activate", (event) => event.waitUntil(dropOldVersions()));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  else if (event.data in LATER) event.waitUntil(kept(new URL(event.data, PAGE).href));
});
addEventListener("fetch", (event) => {
  const url = event.request.url;
  if (event.request.method === "POST" && url === `${PAGE}share`) event.respondWith(share(event.request));
  if (event.request.method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event.request));
});

async function keepAllFiles() {
  try {
    const cache = await caches.open(CACHE);
    const requests = Object.entries(FILES).map(
      ([path, integrity]) => new Request(path, { cache: "no-cache", integrity }),
    );
    await cache.addAll(requests);
  } catch (failure) {
    await caches.delete(CACHE);
    throw failure;
  }
}

async function dropOldVersions() {
  for (const name of await caches.keys()) {
    if (name.startsWith(OWN_CACHES) && name !== CACHE && name !== SHARED) await caches.delete(name);
  }
}

async function answer(request) {
  const path = request.url.split(/[?#]/)[0];
  return (await kept(path === `${PAGE}index.html` ? PAGE : path)) ?? fetch(request);
}

async function kept(path) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(path, { ignoreVary: true });
  const integrity = LATER[path.slice(registration.scope.length)];
  if (found || !integrity) return found;
  await cache.add(new Request(path, { cache: "no-cache", integrity }));
  return cache.match(path, { ignoreVary: true });
}

async function share(request) {
  const cache = await caches.open(SHARED);
  let number = 0;
  for (const shared of (await request.formData()).values()) {
    const file = shared instanceof File ? shared : new File([shared], "shared.txt");
    const headers = { "X-Name": encodeURIComponent(file.name) };
    if (file.size) await cache.put(`${PAGE}shared/${Date.now()}/${number++}`, new Response(file, { headers }));
  }
  return Response.redirect(`${PAGE}?shared`, 303);
}
