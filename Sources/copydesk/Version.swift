/// The release of this executable; `CHANGELOG.md` tells what is in it.
let copydeskVersion = "0.1.0"
