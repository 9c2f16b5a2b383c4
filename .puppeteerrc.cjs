// The browser comes from the npm package @sparticuz/chromium; nothing is downloaded at install.
module.exports = {skipDownload: true}
