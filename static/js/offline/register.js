/**
 * Registers the service worker, where the site has one, and tells it what the reader keeps. A page without a manifest registers
 * nothing: those of a preview have none.
 */
import { base, read } from "../my-list/store.js";
import { offSwitch } from "./places.js";

const ADDRESS = `${base}service-worker.js`;

/** The one policy that may be made: whatever it is asked for, it returns one address. @type {{createPolicy: (name: string, rules: object) => {createScriptURL: (text: string) => string}} | undefined} */
const trusted = Reflect.get(self, "trustedTypes");

/** Begin once the page is shown. Those who save data, and those who removed what was saved, are left alone. */
export function start() {
  const workers = navigator.serviceWorker;
  const isWanted = workers && document.querySelector("link[rel=manifest]") && !Reflect.get(navigator, "connection")?.saveData;
  if (!isWanted || isOff()) return;
  const policy = trusted?.createPolicy("offline", { createScriptURL: () => ADDRESS });
  const address = policy ? policy.createScriptURL("") : ADDRESS;
  let told = "";
  const tell = async () => {
    const ids = read().items.map(({ id }) => id);
    const { active } = await workers.ready;
    if (isOff() || told === ids.join()) return;
    told = ids.join();
    active?.postMessage({ keep: ids });
  };
  const register = () => workers.register(address, { scope: base, updateViaCache: "none" }).then(tell, () => {});
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
  addEventListener("storage", tell);
}

function isOff() {
  try {
    return localStorage.getItem(offSwitch(base)) !== null;
  } catch {
    return true;
  }
}
