// Runs before the titles from A to Z are shown: where something is searched for, results take their place.
if (/[?&]q=[^&]/.test(location.search)) document.documentElement.className = "is-searching";
