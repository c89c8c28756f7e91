/** Copies of the parts that stand in the page's `<template id="live-parts">`: markup and words are the templates'. */

/** @param {string} selector @returns {HTMLElement} a copy of a part */
export function part(selector) {
  const parts = /** @type {HTMLTemplateElement} */ (document.getElementById("live-parts")).content;
  return /** @type {HTMLElement} */ (document.importNode(parts.querySelector(selector), true));
}

/** Write a text where it differs, so that nothing is laid out again without need. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Show or hide. */
export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/** @param {number} number */
export const number = (number) => number.toLocaleString("en-US");
