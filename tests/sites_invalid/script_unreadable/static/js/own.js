// Ours.
const part = document.querySelector(".part";

part.hidden = false;
