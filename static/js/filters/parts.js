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

/** Do something once what was shown so far is on the screen. */
export const later = (work) => requestAnimationFrame(() => setTimeout(work));

/** Show or hide. */
export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/** A number as it is read: 10,000. A browser takes 30 ms to say the first one by itself. @param {number} number */
export const number = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
