// Reloads the page when the site was built again, and lays the errors of the build over it.
// Speaks livereload's protocol (official-7). Added to pages by the preview only; never part of the site.

const PREFIX = "/__preview/";
const PANEL = "sitegen-preview-errors";
const RETRY_MS = 1000;
const BUILD = Number(document.currentScript?.dataset.build);
let wasConnected = false;

/** Open the socket; open it again when the server went away, and reload when it is back. */
function connect() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const socket = new WebSocket(`${scheme}://${location.host}${PREFIX}socket`);
  socket.addEventListener("open", () => {
    if (wasConnected) location.reload();
    wasConnected = true;
    socket.send(JSON.stringify({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] }));
    socket.send(JSON.stringify({ command: "info", url: location.href }));
    showErrors();
  });
  socket.addEventListener("message", (event) => {
    if (JSON.parse(event.data).command === "reload") location.reload();
  });
  socket.addEventListener("close", () => setTimeout(connect, RETRY_MS));
}

/** Show the errors of this page's build, as text, in a panel that Escape and its button close; reload after a later build. */
async function showErrors() {
  const answer = await fetch(`${PREFIX}problems.json`, { cache: "no-store" });
  const { builds, title, errors } = await answer.json();
  if (builds !== BUILD) location.reload();
  if (builds !== BUILD || !errors.length || document.getElementById(PANEL)) return;
  const panel = document.createElement("dialog");
  panel.id = PANEL;
  panel.setAttribute("aria-label", "Errors in the site");
  const heading = document.createElement("h2");
  heading.textContent = title;
  const list = document.createElement("pre");
  list.textContent = errors.join("\n\n");
  const form = document.createElement("form");
  form.method = "dialog";
  const button = document.createElement("button");
  button.textContent = "Close";
  form.append(button);
  panel.append(heading, list, form);
  const style = new CSSStyleSheet();
  style.replaceSync(
    "#sitegen-preview-errors{max-inline-size:min(60rem,94vw);border:3px solid #b3261e;border-radius:6px;padding:1rem 1.5rem;" +
      "color:#1b2733;background:#fff}#sitegen-preview-errors pre{overflow:auto;white-space:pre;font-size:.9rem;line-height:1.5}" +
      "#sitegen-preview-errors::backdrop{background:#0008}"
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  document.body.append(panel);
  panel.showModal();
}

connect();
