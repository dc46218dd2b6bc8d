import { greet } from "./greet.js";

const MOST = 3;

const form = document.getElementById("pictures");
const places = document.getElementById("chosen");
const heard = document.getElementById("heard");
const signIn = document.getElementById("sign-in");
let chosen = [];

function show(word) {
  [...places.children].forEach((place, index) => {
    place.classList.toggle("on", index < chosen.length);
    place.replaceChildren(...chosen.slice(index, index + 1).map(picture));
  });
  heard.textContent = word ? heard.dataset.pressed.replace("#", String(chosen.length)) + word : "";
}

/** The same drawing as on the button. */
function picture(number) {
  return form.querySelector(`button[value="${number}"] svg`).cloneNode(true);
}

function send() {
  document.getElementById("password").value = `pic-${chosen.join("-")}`;
  if (!document.getElementById("rememberMe")?.checked) document.getElementById("remembered").remove();
  heard.textContent = heard.dataset.signingIn;
  document.documentElement.classList.add("sending");
  signIn.requestSubmit();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter;
  if (!button || chosen.length === MOST) return;
  chosen.push(button.value);
  show(button.getAttribute("aria-label"));
  if (chosen.length === MOST) send();
});

document.getElementById("again").addEventListener("click", () => {
  if (chosen.length === MOST) return;
  chosen = [];
  show("");
});

// The history may bring back this page with pictures still chosen.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  document.documentElement.classList.remove("sending");
  chosen = [];
  show("");
});

greet(form.dataset.card);
