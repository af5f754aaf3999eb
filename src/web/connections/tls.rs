//! HTTPS with a certificate of its own, for a machine that has no proxy.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::{Error as PemError, PemObject as _};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{self, ServerConfig};
use tokio_rustls::server::TlsStream;

use super::timed_socket::TimedSocket;

/// A certificate with its key.
#[derive(Clone)]
pub struct Certificate(TlsAcceptor);

/// Why a certificate cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// The file is not there or cannot be read.
    #[error("{0} cannot be read: give --certificate and --key files that this user may read")]
    Missing(PathBuf, #[source] io::Error),
    /// The file holds nothing of its kind.
    #[error("{0} holds no {1} in PEM form")]
    Empty(PathBuf, &'static str),
    /// The two do not belong together, or are of a kind that is not known.
    #[error("the certificate {0} cannot be used with this key: {1}")]
    Wrong(PathBuf, rustls::Error),
}

impl Certificate {
    /// Reads a certificate, with those that vouch for it after it, and its key, both as PEM.
    ///
    /// # Errors
    /// [`CertificateError`] with the file's name.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, CertificateError> {
        let unread = |path: &Path, kind| {
            let path = path.to_owned();
            move |error| {
                if let PemError::Io(error) = error {
                    CertificateError::Missing(path, error)
                } else {
                    CertificateError::Empty(path, kind)
                }
            }
        };
        let listed = CertificateDer::pem_file_iter(certificate);
        let listed = listed.and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let chain = listed.map_err(unread(certificate, "certificate"))?;
        if chain.is_empty() {
            let path = certificate.to_owned();
            return Err(CertificateError::Empty(path, "certificate"));
        }
        let key = PrivateKeyDer::from_pem_file(key).map_err(unread(key, "key"))?;
        let wrong = |error| CertificateError::Wrong(certificate.to_owned(), error);
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(wrong)?
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .map_err(wrong)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self(TlsAcceptor::from(Arc::new(config))))
    }

    /// Greets a browser.
    pub(super) async fn greet(&self, line: TimedSocket) -> io::Result<TlsStream<TimedSocket>> {
        self.0.accept(line).await
    }
}
