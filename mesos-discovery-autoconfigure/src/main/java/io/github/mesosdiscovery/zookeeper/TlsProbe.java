package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

import org.jspecify.annotations.Nullable;

/**
 * Finds out why no TLS connection to a server comes about. ZooKeeper's client only says
 * that it was lost, so the handshake is made once more, with the same material, and
 * nothing is said after it. One thread at a time, and only while connecting fails.
 */
final class TlsProbe {

	private static final int CONNECT_TIMEOUT = 2000;

	private static final int HANDSHAKE_TIMEOUT = 3000;

	/** A server that misses a certificate of the client says so after the handshake. */
	private static final int REFUSAL_TIMEOUT = 500;

	private final String name;

	private final Supplier<TlsStores> stores;

	private final boolean verifyHostNames;

	private final Consumer<@Nullable String> found;

	private int probes;

	private long next = System.nanoTime();

	private boolean running;

	private boolean closed;

	private @Nullable Socket socket;

	/**
	 * Create a new probe.
	 * @param name the name of its thread
	 * @param stores what the client connects with
	 * @param verifyHostNames whether the client checks the name of the server
	 * @param found told of what hinders the connection, or of {@code null} when TLS does
	 * not
	 */
	TlsProbe(String name, Supplier<TlsStores> stores, boolean verifyHostNames, Consumer<@Nullable String> found) {
		this.name = name;
		this.stores = stores;
		this.verifyHostNames = verifyHostNames;
		this.found = found;
	}

	/**
	 * Begin to examine a server, unless another is being examined or was just now.
	 */
	synchronized void examine(InetSocketAddress server) {
		if (this.running || this.closed || server.isUnresolved() || System.nanoTime() - this.next < 0) {
			return;
		}
		this.running = true;
		new NamedThreads(this.name).newThread(() -> run(server)).start();
	}

	/**
	 * End what is under way. Nothing is told any more.
	 */
	synchronized void close() {
		this.closed = true;
		closeSocket(this.socket);
	}

	private void run(InetSocketAddress server) {
		String obstacle = obstacle(server);
		boolean tell;
		synchronized (this) {
			this.running = false;
			this.next = System.nanoTime() + TimeUnit.SECONDS.toNanos(1L << Math.min(this.probes++, 3));
			tell = !this.closed;
		}
		if (tell) {
			this.found.accept(obstacle);
		}
	}

	private @Nullable String obstacle(InetSocketAddress server) {
		TlsVerdict verdict = new TlsVerdict(server.getHostString(), server.getPort());
		SSLContext context;
		TlsMaterial material;
		try {
			String password = TlsFiles.randomPassword();
			material = TlsFiles.read(this.stores, password);
			context = context(material, password, verdict);
		}
		catch (GeneralSecurityException | IOException | RuntimeException ex) {
			// Not its message: what a store says of itself is not known to be harmless.
			return "the key store or the trust store of this client cannot be used (" + ex.getClass().getSimpleName()
					+ ")";
		}
		try (Socket connected = open()) {
			connected.connect(server, CONNECT_TIMEOUT);
			connected.setSoTimeout(HANDSHAKE_TIMEOUT);
			return verdict.of(() -> shakeHands(context, material, connected, server));
		}
		catch (IOException ex) {
			return null;
		}
	}

	private Socket open() throws IOException {
		Socket opened = new Socket();
		synchronized (this) {
			if (this.closed) {
				opened.close();
			}
			this.socket = opened;
		}
		return opened;
	}

	private static SSLContext context(TlsMaterial material, String password, TlsVerdict verdict)
			throws GeneralSecurityException {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(material.keys(), password.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(),
				new TrustManager[] { new ExplainingTrustManager(material.trust(), verdict) }, null);
		return context;
	}

	private void shakeHands(SSLContext context, TlsMaterial material, Socket connected, InetSocketAddress server)
			throws IOException {
		try (SSLSocket tls = (SSLSocket) context.getSocketFactory()
			.createSocket(connected, server.getHostString(), server.getPort(), true)) {
			SSLParameters parameters = tls.getSSLParameters();
			parameters.setProtocols(material.protocols().toArray(String[]::new));
			if (!material.ciphers().isEmpty()) {
				parameters.setCipherSuites(material.ciphers().toArray(String[]::new));
			}
			if (this.verifyHostNames) {
				parameters.setEndpointIdentificationAlgorithm("HTTPS");
			}
			tls.setSSLParameters(parameters);
			tls.startHandshake();
			tls.setSoTimeout(REFUSAL_TIMEOUT);
			try {
				tls.getInputStream().read();
			}
			catch (SocketTimeoutException ex) {
				// It waits for the client to say something, as it should.
			}
		}
	}

	private static void closeSocket(@Nullable Socket socket) {
		try {
			if (socket != null) {
				socket.close();
			}
		}
		catch (IOException ex) {
			// It is of no use any more.
		}
	}

}
