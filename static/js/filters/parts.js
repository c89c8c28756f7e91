/** Copies of the parts that stand in the page's `<template id="live-parts">`: markup and words are the templates'. */

/** The element that a selector finds, which the templates promise. @param {ParentNode} root @param {string} selector */
export const find = (root, selector) => /** @type {HTMLElement} */ (root.querySelector(selector));

/** All elements that a selector finds. @param {ParentNode} root @param {string} selector */
export const findAll = (root, selector) => /** @type {HTMLElement[]} */ ([...root.querySelectorAll(selector)]);

/** @param {string} selector a copy of the part that it finds */
export function part(selector) {
  const parts = /** @type {HTMLTemplateElement} */ (document.getElementById("live-parts")).content;
  return document.importNode(find(parts, selector), true);
}

/** Write a text where it differs, so that nothing is laid out again without need. @param {Element} element @param {string} text */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Do something once what was shown so far is on the screen. @param {() => void} work */
export const later = (work) => requestAnimationFrame(() => setTimeout(work));

/** Show or hide. @param {HTMLElement} element @param {boolean} isShown */
export function show(element, isShown) {
  if (element.hidden === isShown) element.hidden = !isShown;
}

/** A number as it is read: 10,000. A browser takes 30 ms to say the first one by itself. @param {number} number */
export const number = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
