/** Texts of the explorer. */
export const tui = {
  title: 'Fleet',
};
