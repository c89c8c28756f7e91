// Reloads the page when the site was built again, lays the errors of the build over it, and shows in a bar what is
// worth knowing of it. Speaks livereload's protocol (official-7). Added to pages by the preview only; never part of
// the site.

const PREFIX = "/__preview/";
const PANEL = "sitegen-preview-errors";
const BAR = "sitegen-preview-notes";
const ENDED = "sitegen-preview-ended";
const IS_FOLDED = "sitegen-preview-is-folded";
const RETRY_MS = 1000;
const BUILD = Number(document.currentScript?.dataset.build);
const STYLES =
  `#${PANEL}{max-inline-size:min(60rem,94vw);border:3px solid #b3261e;border-radius:6px;padding:1rem 1.5rem;` +
  `color:#1b2733;background:#fff}#${PANEL}::backdrop{background:#0008}` +
  `#${PANEL} pre,#${BAR} pre{overflow:auto;white-space:pre;font-size:.9rem;line-height:1.5}` +
  `#${BAR},#${ENDED}{position:fixed;inset-block-end:.5rem;inset-inline-start:.5rem;z-index:2147483647;` +
  "max-inline-size:min(60rem,calc(100vw - 1rem));max-block-size:60vh;overflow:auto;border:2px solid #8a6100;" +
  "border-radius:6px;padding:.25rem .75rem;color:#1b2733;background:#fff8e1;font-size:.9rem}" +
  `#${BAR} summary{min-block-size:1.75rem;cursor:pointer}#${BAR} p{margin:.25rem 0}#${BAR} a{color:#0b5d66}#${ENDED}{border-color:#b3261e;background:#fff}`;
let wasConnected = false;

/** Open the socket; open it again when the server went away, and reload when it is back. */
function connect() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${location.host}${PREFIX}socket`);
  let isOpen = false;
  socket.addEventListener("open", () => {
    isOpen = true;
    if (wasConnected) location.reload();
    wasConnected = true;
    socket.send(JSON.stringify({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] }));
    socket.send(JSON.stringify({ command: "info", url: location.href }));
    showProblems();
  });
  socket.addEventListener("message", (event) => {
    if (JSON.parse(event.data).command === "reload") location.reload();
  });
  socket.addEventListener("close", () => {
    if (!isOpen) sayEnded();
    setTimeout(connect, RETRY_MS);
  });
}

/** Ask what is wrong with this page's build, and show it; reload after a later build. */
async function showProblems() {
  const page = encodeURIComponent(location.pathname);
  const answer = await fetch(`${PREFIX}problems.json?page=${page}`, { cache: "no-store" });
  const { builds, title, errors, notes, status } = await answer.json();
  if (builds !== BUILD) {
    location.reload();
    return;
  }
  if (errors.length && !document.getElementById(PANEL)) showErrors(title, errors);
  if (status.length && !document.getElementById(BAR)) showStatus(status, notes);
}

/**
 * Show errors, as text, in a panel that Escape and its button close.
 * @param {string} title
 * @param {string[]} errors
 */
function showErrors(title, errors) {
  const panel = document.createElement("dialog");
  panel.id = PANEL;
  panel.setAttribute("aria-label", "Errors in the site");
  const form = document.createElement("form");
  form.method = "dialog";
  form.append(element("button", "Close"));
  panel.append(element("h2", title), element("pre", errors.join("\n\n")), form);
  document.body.append(panel);
  panel.showModal();
}

/**
 * Show a bar with the status of this page, which unfolds to who links here, and to its warnings and advice, as text.
 * Where there are any it is unfolded, unless somebody folded it.
 * @param {string[]} status its file, its state, how hard it is to read
 * @param {string[]} notes
 */
function showStatus(status, notes) {
  const bar = document.createElement("details");
  bar.id = BAR;
  const links = element("p", "");
  bar.addEventListener("toggle", () => {
    if (notes.length) sessionStorage.setItem(IS_FOLDED, bar.open ? "no" : "yes");
    if (bar.open && !links.textContent) showLinks(links);
  });
  const count = notes.length === 1 ? "1 note" : `${notes.length} notes`;
  bar.append(element("summary", [...status, ...(notes.length ? [count] : [])].join(" \u00b7 ")), links);
  if (notes.length) bar.append(element("pre", notes.join("\n\n")));
  bar.open = notes.length > 0 && sessionStorage.getItem(IS_FOLDED) !== "yes";
  document.body.append(bar);
}

/**
 * Say how many places lead to this page; the report names them.
 * @param {HTMLElement} line where to say it
 */
async function showLinks(line) {
  line.textContent = "Counting the links to this page \u2026";
  const answer = await fetch(`${PREFIX}links.json?page=${encodeURIComponent(location.pathname)}`, { cache: "no-store" });
  const links = await answer.json();
  if (!links) {
    line.textContent = "";
    return;
  }
  const [name, count] = links;
  const link = document.createElement("a");
  link.href = `${PREFIX}report?uses=${encodeURIComponent(name)}`;
  link.textContent = count === 1 ? "1 link leads here" : `${count} links lead here`;
  line.replaceChildren(link);
}

/** Say that the preview has ended: what the page shows is not made again. */
function sayEnded() {
  if (document.getElementById(ENDED)) return;
  const note = element("p", "The preview has ended: this page is not made again. To go on: python3 build.py serve");
  note.id = ENDED;
  note.setAttribute("role", "status");
  document.body.append(note);
}

/**
 * Return a new element with a text.
 * @param {string} name
 * @param {string} text
 */
function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** End the service workers that a built site registered here: no copy of it stands in the way of the preview. */
async function endWorkers() {
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) {
    const { scope, active } = registration;
    if (!active?.scriptURL.endsWith("/service-worker.js")) continue;
    await registration.unregister();
    const own = `offline ${new URL(scope).pathname} `;
    for (const name of await caches.keys()) if (name.startsWith(own)) await caches.delete(name);
  }
}

const styles = new CSSStyleSheet();
styles.replaceSync(STYLES);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
connect();
endWorkers();
