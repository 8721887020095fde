// Marked drafts, renderer, test client.
