const NAME = "tianbo.card-name";

/** The card's code brings the printed name behind the #, which no server is sent. It lasts as long as the tab. */
export function greet(card) {
  const name = decoded(location.hash.slice(1)) ?? remembered(card);
  if (!/^[\p{L}\p{M}\p{N} .·'’-]{1,40}$/u.test(name ?? "")) return;
  const holder = document.getElementById("holder");
  holder.textContent = holder.dataset.greeting.replace("#", () => name);
  try {
    sessionStorage.setItem(NAME, `${card} ${name}`);
  } catch {
    // Some in-app browsers refuse storage. After a mistake the page then says only which card it is.
  }
}

function remembered(card) {
  try {
    const [whose, ...name] = (sessionStorage.getItem(NAME) ?? "").split(" ");
    return whose === card ? name.join(" ") : null;
  } catch {
    return null;
  }
}

function decoded(text) {
  try {
    return text && decodeURIComponent(text) || null;
  } catch {
    return null; // not a card's
  }
}
