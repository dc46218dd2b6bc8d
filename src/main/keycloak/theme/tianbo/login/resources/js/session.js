import { checkAuthSession, startSessionPolling } from "./authChecker.js";

const { otherTab, sessionHash } = document.querySelector("script[data-other-tab]").dataset;
if (otherTab) startSessionPolling(otherTab);
if (sessionHash) checkAuthSession(sessionHash);

for (const form of document.forms) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}

// A page taken back from the history must accept another try.
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});
