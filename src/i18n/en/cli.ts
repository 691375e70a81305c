/** Texts of the command line. */
export const cli = {
  unexpected: 'Unexpected error; please report it with the output of the same command and --debug',
};
