/** Where it stands what the server took since pages were made. @param {string} person */
export const doneBy = (person) => `done ${person}`;
