// Runs before the first paint, so that a form that becomes keys never flashes as fields.
document.documentElement.classList.add("js");
