/** The key of what a person takes along. @param {string} person */
export const takenBy = (person) => `courses-taken-along ${person}`;
