for (const eye of document.querySelectorAll(".eye")) {
  const field = document.getElementById(eye.getAttribute("aria-controls"));
  eye.addEventListener("click", () => {
    const shown = field.type === "text";
    field.type = shown ? "password" : "text";
    eye.setAttribute("aria-pressed", String(!shown));
    field.focus();
  });
}
