/** The results of the search page. */
export {};
