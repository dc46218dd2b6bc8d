/** The key of what the server has accepted since the stored pages were made. @param {string} person */
export const doneBy = (person) => `done ${person}`;
