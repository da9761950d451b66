//! What the browser offers: files, storage, settings, decoding, collation. Knows neither reports nor Yew.
