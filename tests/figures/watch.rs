//! `figures --watch`: a server for one person on this machine, whose page loads itself again when a file of `content/` is saved.

use super::PROJECT;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::Instant;

/// Serves what `page` makes, anew for each request, until the process is ended.
pub fn serve(port: u16, mut page: impl FnMut() -> String) -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port))?;
    println!("http://127.0.0.1:{port}/ shows content/ as it is saved; end with Ctrl+C");
    for stream in listener.incoming() {
        // A browser that hangs up in between is none of our concern.
        let _ = stream.and_then(|stream| answer(stream, &mut page));
    }
    Ok(())
}

fn answer(mut stream: TcpStream, mut page: impl FnMut() -> String) -> Result<()> {
    let mut request = String::new();
    BufReader::new(&stream).read_line(&mut request)?;
    let stamp = stamp(&Path::new(PROJECT).join("content"))?;
    let body = if request.starts_with("GET /stamp ") {
        stamp.to_string()
    } else {
        let began = Instant::now();
        let page = page();
        println!("made in {} ms", began.elapsed().as_millis());
        format!("{page}<script>{}</script>", RELOAD.replace("STAMP", &stamp.to_string()))
    };
    let head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nConnection: close";
    write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

/// A number that changes when a file below `folder` is saved.
fn stamp(folder: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let (path, about) = entry.and_then(|entry| Ok((entry.path(), entry.metadata()?)))?;
            if about.is_dir() {
                folders.push(path);
            } else {
                (path, about.len(), about.modified()?).hash(&mut hasher);
            }
        }
    }
    Ok(hasher.finish())
}

/// Asks three times a second; the browser keeps its place in the page.
const RELOAD: &str = "setInterval(async () => {
  const now = await fetch('/stamp').then((answer) => answer.text(), () => 'STAMP');
  if (now !== 'STAMP') location.reload();
}, 300);";
