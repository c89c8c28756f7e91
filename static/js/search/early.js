// Runs before the titles from A to Z are shown: where something is searched for, results take their place. They need a
// browser that unpacks files; in others the titles stay.
if (/[?&]q=[^&]/.test(location.search) && self.DecompressionStream) document.documentElement.className = "is-searching";
