import { greet } from "./greet.js";

const LENGTH = 6;
const TYPES = "tianbo.types-password";

const form = document.getElementById("sign-in");
const username = document.getElementById("username");
const password = document.getElementById("password");
const dots = document.getElementById("dots").children;
const heard = document.getElementById("heard");
const card = form.dataset.card;
let pressed = "";

/** Whoever typed a password last time on this device is asked to type again, after a mistake too. */
const typist = {
  is: (name) => plain(read()) === plain(name),
  remember: (name) => write(name),
  forget: () => write(null),
};

/** Keycloak does not care for blanks around a name, nor for capital letters. */
function plain(name) {
  return name?.trim().toLowerCase();
}

function read() {
  try {
    return localStorage.getItem(TYPES);
  } catch {
    // Some in-app browsers refuse storage. The tab's own name lasts until it is closed: long enough for a second try.
    return window.name.startsWith(TYPES) ? window.name.slice(TYPES.length) : null;
  }
}

function write(name) {
  try {
    if (name === null) localStorage.removeItem(TYPES);
    else localStorage.setItem(TYPES, name);
  } catch {
    window.name = name === null ? "" : TYPES + name;
  }
}

function show() {
  for (let i = 0; i < LENGTH; i++) dots[i].classList.toggle("on", i < pressed.length);
  heard.textContent = pressed ? heard.dataset.pressed.replace("#", String(pressed.length)) : "";
}

function press(digit) {
  if (pressed.length === LENGTH) return;
  pressed += digit;
  show();
  if (pressed.length === LENGTH) send();
}

function take(count) {
  if (pressed.length === LENGTH) return;
  pressed = pressed.slice(0, pressed.length - count);
  show();
}

function send() {
  username.value = card;
  password.value = pressed;
  heard.textContent = heard.dataset.signingIn;
  form.classList.add("sending");
  form.requestSubmit();
}

function enterBy(mode) {
  document.documentElement.dataset.input = mode;
  pressed = "";
  show();
}

function type(field) {
  enterBy("typing");
  field.focus();
}

form.querySelector(".keys").addEventListener("click", (event) => {
  const key = event.target.closest("button");
  if (!key) return;
  if (key.dataset.digit) press(key.dataset.digit);
  else take(key.dataset.key === "back" ? 1 : LENGTH);
});

document.addEventListener("keydown", (event) => {
  if (document.documentElement.dataset.input !== "keys" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^\d$/.test(event.key)) press(event.key);
  else if (event.key === "Backspace") take(1);
  else if (event.key === "Escape") take(LENGTH);
});

document.getElementById("type-it").addEventListener("click", () => type(password));
document.getElementById("press-it").addEventListener("click", () => {
  username.value = card;
  password.value = "";
  enterBy("keys");
});
document.getElementById("not-mine").addEventListener("click", () => {
  username.value = "";
  password.value = "";
  type(username);
});

form.addEventListener("submit", () => {
  if (document.documentElement.dataset.input === "typing") typist.remember(username.value);
  else typist.forget();
});

// The history may bring back this page with the keys still pressed.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  form.classList.remove("sending");
  pressed = "";
  show();
});

if (typist.is(card)) type(password);
else enterBy("keys");
greet(card);
