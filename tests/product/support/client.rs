//! A browser without JavaScript: cookies, redirects, forms.

use super::Page;
use super::jar::Jar;

/// One browser with its own cookies.
pub struct Client {
    base: String,
    agent: ureq::Agent,
    /// What it keeps, and sends where a cookie belongs alone.
    pub cookies: Jar,
    pub headers: Vec<(String, String)>,
}

impl Client {
    pub fn new(base: &str) -> Self {
        let config = ureq::Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            // A connection of its own for each request: the server hangs up on bodies it refuses.
            .max_idle_connections(0)
            // Pages are small; larger buffers cost a test more than what comes in them.
            .input_buffer_size(16 << 10)
            .output_buffer_size(16 << 10)
            // The tests' own certificate is vouched for by nobody.
            .tls_config(
                ureq::tls::TlsConfig::builder()
                    .disable_verification(true)
                    .build(),
            )
            .build();
        Self {
            base: base.to_owned(),
            agent: config.into(),
            cookies: Jar::default(),
            headers: Vec::new(),
        }
    }

    /// The server's address.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Opens an address and follows redirects.
    pub fn get(&mut self, path: &str) -> Page {
        let page = self.once("GET", path, None);
        self.follow(page)
    }

    /// Posts fields and follows redirects.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let body = encode(fields);
        let page = self.once("POST", path, Some(body.into_bytes()));
        self.follow(page)
    }

    /// Posts a body as it stands and follows redirects.
    pub fn post_raw(&mut self, path: &str, body: &[u8]) -> Page {
        let page = self.once("POST", path, Some(body.to_vec()));
        self.follow(page)
    }

    /// Sends a file as the forms for files do, the token first, and follows redirects.
    pub fn upload(&mut self, path: &str, token: &str, title: &str, bytes: &[u8]) -> Page {
        let body = multipart(&[
            ("token", None, token.as_bytes()),
            ("file", Some(title), bytes),
        ]);
        self.post_multipart(path, body)
    }

    /// Posts a body of parts and follows redirects.
    pub fn post_multipart(&mut self, path: &str, body: Vec<u8>) -> Page {
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.headers.push(("content-type".to_owned(), kind));
        let page = self.once("POST", path, Some(body));
        self.headers.pop();
        self.follow(page)
    }

    /// Sends a form of a page as a browser does when it has a photo: its own fields, some set to
    /// other values, and the photo's bytes.
    pub fn submit_photo(
        &mut self,
        page: &Page,
        action: &str,
        set: &[(&str, &str)],
        photo: &[u8],
    ) -> Page {
        let (to, mut fields) = page.form(action);
        fields.retain(|(name, _)| name != "picture");
        for (name, value) in set {
            match fields.iter_mut().find(|(n, _)| n == name) {
                Some(field) => field.1 = (*value).to_owned(),
                None => fields.push(((*name).to_owned(), (*value).to_owned())),
            }
        }
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--edge\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n");
            body.extend(head.into_bytes());
            body.extend(value.into_bytes());
            body.extend(b"\r\n");
        }
        body.extend(
            b"--edge\r\ncontent-disposition: form-data; name=\"picture\"; filename=\"p.jpg\"\r\n",
        );
        body.extend(b"content-type: image/jpeg\r\n\r\n");
        body.extend(photo);
        body.extend(b"\r\n--edge--\r\n");
        let kind = "multipart/form-data; boundary=edge".to_owned();
        self.headers.push(("content-type".to_owned(), kind));
        let page = self.once("POST", &to, Some(body));
        self.headers.pop();
        self.follow(page)
    }

    fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..6 {
            if !(300..400).contains(&page.status) {
                break;
            }
            let to = page.header("location").unwrap();
            let path = to.strip_prefix(&self.base).unwrap_or(&to).to_owned();
            page = self.once("GET", &path, None);
        }
        page
    }

    /// One request, no redirect followed.
    pub fn once(&mut self, method: &str, path: &str, body: Option<Vec<u8>>) -> Page {
        let uri = format!("{}{path}", self.base);
        let mut request = ureq::http::Request::builder().method(method).uri(&uri);
        let has = |name: &str| {
            self.headers
                .iter()
                .any(|(n, _)| n.eq_ignore_ascii_case(name))
        };
        if body.is_some() && !has("content-type") {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        if body.is_some() && !has("origin") {
            request = request.header("origin", &self.base);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let cookies = self.cookies.header(path);
        if !cookies.is_empty() {
            request = request.header("cookie", cookies);
        }
        let response = match body {
            Some(body) => self.agent.run(request.body(body).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        let mut response = response.unwrap_or_else(|error| panic!("{method} {path}: {error}"));
        for cookie in response.headers().get_all("set-cookie") {
            self.cookies.hear(cookie.to_str().unwrap(), path);
        }
        let headers = response
            .headers()
            .iter()
            .map(|(n, v)| {
                (
                    n.to_string(),
                    String::from_utf8_lossy(v.as_bytes()).into_owned(),
                )
            })
            .collect();
        let body = response
            .body_mut()
            .with_config()
            .limit(64 << 20)
            .read_to_vec()
            .unwrap();
        Page {
            status: response.status().as_u16(),
            path: path.to_owned(),
            headers,
            body,
        }
    }

    /// Opens a stream of events and hears the first so many with this name.
    pub fn listen(&self, path: &str, name: &str, events: usize) -> Vec<String> {
        self.follow_events(path, name, |heard| heard.len() == events)
    }

    /// Opens a stream of events and hears those with this name until one tells what is wanted.
    pub fn listen_for(&self, path: &str, name: &str, is_wanted: impl Fn(&str) -> bool) -> String {
        let is_told = |heard: &[String]| heard.last().is_some_and(|told| is_wanted(told));
        self.follow_events(path, name, is_told).pop().unwrap()
    }

    fn follow_events(
        &self,
        path: &str,
        name: &str,
        is_enough: impl Fn(&[String]) -> bool,
    ) -> Vec<String> {
        use std::io::{BufRead as _, Write as _};
        let host = self.base.trim_start_matches("http://");
        let cookies = self.cookies.header(path);
        let mut line = std::net::TcpStream::connect(host).unwrap();
        let patience = std::time::Duration::from_secs(60);
        line.set_read_timeout(Some(patience)).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {cookies}\r\n\r\n");
        line.write_all(request.as_bytes()).unwrap();
        let mut heard = Vec::new();
        let mut event = String::new();
        let mut lost = String::new();
        for text in std::io::BufReader::new(line).lines().take(400) {
            let text = text.unwrap();
            if heard.is_empty() {
                lost += &text;
                lost += "\n";
            }
            if let Some(found) = text.strip_prefix("event:") {
                event = found.trim().to_owned();
            } else if let Some(data) = text.strip_prefix("data:") {
                let found = std::mem::take(&mut event);
                if found == name {
                    heard.push(data.trim().to_owned());
                    if is_enough(&heard) {
                        return heard;
                    }
                }
            }
        }
        panic!("{path} ended: {heard:?} {lost}");
    }

    /// The digest of what waits under an act, as this reader is shown it; none where nothing does, or
    /// where the reader asked for it.
    pub fn seen(&mut self, act: &str) -> Option<String> {
        let html = self.get("/my/acts").html();
        let mut forms = html.split("<form").skip(1);
        let form = forms.find(|form| {
            let form = form.split("</form>").next().unwrap_or(form);
            form.contains("action=\"/my/acts\"")
                && form.contains(&format!("name=\"act\" value=\"{act}\""))
        })?;
        let seen = form.split("name=\"seen\" value=\"").nth(1)?;
        seen.split('"').next().map(str::to_owned)
    }

    /// Sends a form of a page: its own fields, with some set to other values.
    pub fn submit(&mut self, page: &Page, action: &str, set: &[(&str, &str)]) -> Page {
        let (to, mut fields) = page.form(action);
        for (name, value) in set {
            match fields.iter_mut().find(|(n, _)| n == name) {
                Some(field) => field.1 = (*value).to_owned(),
                None => fields.push(((*name).to_owned(), (*value).to_owned())),
            }
        }
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        self.post(&to, &fields)
    }
}

/// What stands between the parts of a form with a file.
pub const BOUNDARY: &str = "----minsheng-test";

/// The body of a form with parts: name, name of the file if it is one, bytes.
pub fn multipart(parts: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, title, bytes) in parts {
        let title = title.map_or_else(String::new, |title| format!("; filename=\"{title}\""));
        let head = format!(
            "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"{title}\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// The body of a form.
pub fn encode(fields: &[(&str, &str)]) -> String {
    let mut body = form_urlencoded::Serializer::new(String::new());
    body.extend_pairs(fields);
    body.finish()
}
