//! The program as a process of its own, to be killed.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// The server's process, killed when the test ends.
pub struct Server {
    pub child: Child,
    pub address: String,
}

impl Server {
    /// Starts the program on a free port, or on the one that the arguments name.
    pub fn start(arguments: &[&str]) -> (Self, String) {
        Self::start_by(Command::new(env!("CARGO_BIN_EXE_minsheng")), arguments)
    }

    /// A server none of whose files may grow beyond so many blocks of 512 bytes: a full disk.
    pub fn start_with_blocks(blocks: u64, arguments: &[&str]) -> Self {
        let mut shell = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        shell.args(["-c", &script, env!("CARGO_BIN_EXE_minsheng")]);
        Self::start_by(shell, arguments).0
    }

    fn start_by(mut command: Command, arguments: &[&str]) -> (Self, String) {
        let listen: &[&str] = if arguments.contains(&"--listen") {
            &[]
        } else {
            &["--listen", "127.0.0.1:0"]
        };
        let mut child = command
            .args(arguments)
            .args(listen)
            .env("NO_COLOR", "1")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut errors = BufReader::new(child.stderr.take().unwrap());
        let mut printed = String::new();
        if arguments.first() == Some(&"demo") {
            let mut out = BufReader::new(child.stdout.take().unwrap());
            out.read_line(&mut printed).unwrap();
        }
        let mut log = String::new();
        let address = loop {
            assert!(
                errors.read_line(&mut log).unwrap() > 0,
                "it did not start: {log}"
            );
            if let Some((_, address)) = log.split_once("listening on http://") {
                break address.trim().to_owned();
            }
        };
        // Whatever else it says is read, so that it never waits for a reader.
        std::thread::spawn(move || std::io::copy(&mut errors, &mut std::io::sink()));
        (Self { child, address }, printed)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // SIGKILL; a server that is dead already needs none.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
