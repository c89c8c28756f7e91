/**
 * Captions show from the first time that a film plays, unless its viewer has chosen. A `default` track would be
 * loaded with the page, before anybody asks for it.
 */

/**
 * Show the captions of a film when it begins to play, and take the poster away behind it.
 * @param {Element} part the `.film` around a video
 */
export function start(part) {
  const video = part.querySelector("video");
  const begin = () => {
    part.classList.add("is-begun");
    const tracks = [...(video?.textTracks ?? [])];
    if (tracks.length && tracks.every((track) => track.mode === "disabled")) tracks[0].mode = "showing";
  };
  video?.addEventListener("playing", begin, { once: true });
}
