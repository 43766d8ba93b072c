package io.github.mesosdiscovery.sample.command;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.Provider;
import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * A default TLS context that can do nothing.
 * <p>
 * ZooKeeper's client asks the default context what it supports, also where no TLS is
 * used, and the JDK's own reads all certificates that it trusts before it answers. That
 * took a quarter of the command's time.
 */
final class NoTls extends SSLContextSpi {

	private NoTls() {
	}

	/**
	 * Make it the default, unless ZooKeeper's client was told to use TLS.
	 */
	static void install() {
		if (!Boolean.getBoolean("zookeeper.client.secure")) {
			Provider provider = new Provider("NoTls", "1", "Supports nothing") {
			};
			SSLContext.setDefault(new SSLContext(new NoTls(), provider, "none") {
			});
		}
	}

	@Override
	protected SSLParameters engineGetSupportedSSLParameters() {
		return new SSLParameters(new String[0], new String[0]);
	}

	@Override
	protected SSLParameters engineGetDefaultSSLParameters() {
		return engineGetSupportedSSLParameters();
	}

	@Override
	protected SSLServerSocketFactory engineGetServerSocketFactory() {
		return new NoSockets();
	}

	@Override
	protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SSLSocketFactory engineGetSocketFactory() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SSLEngine engineCreateSSLEngine() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SSLEngine engineCreateSSLEngine(String host, int port) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SSLSessionContext engineGetServerSessionContext() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected SSLSessionContext engineGetClientSessionContext() {
		throw new UnsupportedOperationException();
	}

	private static final class NoSockets extends SSLServerSocketFactory {

		@Override
		public String[] getDefaultCipherSuites() {
			return new String[0];
		}

		@Override
		public String[] getSupportedCipherSuites() {
			return new String[0];
		}

		@Override
		public ServerSocket createServerSocket(int port) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ServerSocket createServerSocket(int port, int backlog) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
			throw new UnsupportedOperationException();
		}

	}

}
