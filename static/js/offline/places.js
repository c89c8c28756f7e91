/** Where copies lie, for the service worker that saves them and for the pages that show what is saved. */

/** The whole name of a cache. @param {string} scope the path at which the site stands @param {string} name as in ./copies.js */
export const cacheName = (scope, name) => `offline ${scope} ${name}`;

/** Stands in the storage of the browser once the reader removed what was saved. @param {string} scope */
export const offSwitch = (scope) => `${scope}offline`;

/** The header of a copy that says when it was saved. */
export const SAVED_ON = "saved-on";
