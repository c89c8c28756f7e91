"""The files that go along with the pages: pictures, films, downloads, styles and scripts."""
