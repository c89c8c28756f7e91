/**
 * The service worker of a site that is not saved on devices any more: it removes all that another one saved, and itself. It imports
 * nothing, for the preview sends it as it is.
 */
const ending =
  /** @type {{registration: ServiceWorkerRegistration, skipWaiting: () => Promise<void>}} */ (/** @type {unknown} */ (self));

addEventListener("install", () => ending.skipWaiting());

addEventListener("activate", (event) => {
  const own = `offline ${new URL("./", location.href).pathname} `;
  const end = async () => {
    for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
    await ending.registration.unregister();
  };
  /** @type {Event & {waitUntil: (work: Promise<void>) => void}} */ (event).waitUntil(end());
});
