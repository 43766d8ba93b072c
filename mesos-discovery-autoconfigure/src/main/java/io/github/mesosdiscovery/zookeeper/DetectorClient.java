package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.url.DigestCredentials;
import io.github.mesosdiscovery.url.ZooKeeperUrl;
import io.github.mesosdiscovery.zookeeper.election.Input;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.tls.ClientTls;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ZKConfig;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * One client of ZooKeeper, which is one session. It turns replies and events into inputs
 * that carry its number, and only ever reads.
 */
final class DetectorClient {

	/**
	 * The children of a path come in one packet; the client's own limit of 1 MB is
	 * reached by 45,000 registrations.
	 */
	private static final int MAX_LIST = 4 * 1024 * 1024;

	/**
	 * How many times larger a packet may be than a list. The client breaks the connection
	 * when a packet is too large, and nobody could say why.
	 */
	private static final int MARGIN = 4;

	private final int clientId;

	private final String path;

	private final @Nullable DigestCredentials credentials;

	private final ZnodeDecoder reader;

	private final Consumer<Input> inputs;

	/** One object for all watches, so that ZooKeeper keeps one on each znode. */
	private final Watcher watcher = this::changed;

	private final ClientSecurity security;

	private final Consumer<ZKClientConfig> clientConfig;

	private volatile @Nullable ClientTls tls;

	private int maxList = MAX_LIST;

	private @Nullable Client zooKeeper;

	/** Whether the client could not log in for SASL. Of its event thread. */
	private boolean loginFailed;

	DetectorClient(int clientId, LocatorSettings settings, ZooKeeperUrl url, ZnodeDecoder reader,
			Consumer<Input> inputs) {
		this.clientId = clientId;
		this.security = settings.security();
		this.path = url.path();
		this.credentials = url.credentials();
		this.clientConfig = settings.clientConfig();
		this.reader = reader;
		this.inputs = inputs;
	}

	int clientId() {
		return this.clientId;
	}

	/**
	 * Begin to connect. Events wait until the client is there to be used.
	 */
	synchronized ZooKeeper open(String servers, int sessionTimeout, Watcher curator, boolean canBeReadOnly)
			throws IOException {
		ZKClientConfig config = new ZKClientConfig();
		ClientTls tls = (this.security.tls() != null) ? new ClientTls(config, this.security.tls()) : null;
		this.tls = tls;
		if (config.getProperty(ZKConfig.JUTE_MAXBUFFER) == null) {
			config.setProperty(ZKConfig.JUTE_MAXBUFFER, String.valueOf(MAX_LIST));
		}
		SaslConfig.allowDigest(config);
		this.security.applyTo(config);
		this.clientConfig.accept(config);
		this.maxList = config.getInt(ZKConfig.JUTE_MAXBUFFER, MAX_LIST);
		config.setProperty(ZKConfig.JUTE_MAXBUFFER,
				String.valueOf(Math.min((long) MARGIN * this.maxList, Integer.MAX_VALUE)));
		Watcher watcher = (event) -> {
			connectionChanged(event);
			// The client forgets the state when it cannot even begin with SASL.
			if (event.getState() != null) {
				curator.process(event);
			}
		};
		Client opened;
		try {
			opened = (tls != null)
					? new Client(servers, sessionTimeout, watcher, canBeReadOnly, tls.servers(servers), config)
					: new Client(servers, sessionTimeout, watcher, canBeReadOnly, config);
		}
		finally {
			Client.closeUnfinished();
		}
		// Here and not by Curator, which does it later: the first read must not come
		// before.
		if (this.credentials != null) {
			opened.addAuthInfo(DigestCredentials.SCHEME, this.credentials.authInfo());
		}
		this.zooKeeper = opened;
		return opened;
	}

	/** Let go of what is not the client's: it is closed, or about to be. */
	void release() {
		ClientTls last = this.tls;
		if (last != null) {
			last.close();
		}
	}

	void list(long request, boolean sync) {
		ZooKeeper client = client();
		if (sync) {
			client.sync(this.path, (rc, path, ctx) -> {
				// The server says so to the first request, and then closes the
				// connection.
				if (rc == Code.SESSIONCLOSEDREQUIRESASLAUTH.intValue()) {
					this.inputs.accept(new Input.ChildrenListed(this.clientId, request, failure(rc)));
				}
			}, null);
		}
		client.getChildren(this.path, this.watcher,
				(rc, path, ctx, children, stat) -> this.inputs.accept(new Input.ChildrenListed(this.clientId, request,
						(rc == Code.OK.intValue()) ? listing(children, stat) : failure(rc))),
				null);
	}

	void read(RegistrationName name) {
		client().getData(this.path + "/" + name.znode(), this.watcher,
				(rc, path, ctx, data, stat) -> this.inputs.accept(new Input.MemberRead(this.clientId, name,
						(rc == Code.OK.intValue()) ? registration(name, data, stat) : failure(rc))),
				null);
	}

	void watchCreation(long request) {
		client().exists(this.path, this.watcher, (rc, path, ctx, stat) -> this.inputs
			.accept(new Input.PathChecked(this.clientId, request, version(rc, stat))), null);
	}

	/** Not by exists, which an old server also answers to those who may not read. */
	void sendHeartbeat() {
		client().getData(this.path, false, (rc, path, ctx, data, stat) -> this.inputs
			.accept(new Input.HeartbeatReply(this.clientId, version(rc, stat))), null);
	}

	/** What is thrown on ZooKeeper's thread is lost, and the answer with it. */
	private Input.Reply registration(RegistrationName name, byte @Nullable [] data, Stat stat) {
		try {
			return this.reader.read(name, data, stat);
		}
		catch (RuntimeException | Error ex) {
			return new Failure(Failure.Cause.OTHER, ex.getClass().getSimpleName());
		}
	}

	private Input.Listing listing(List<String> children, Stat stat) {
		try {
			return bounded(children, stat);
		}
		catch (RuntimeException | Error ex) {
			return new Failure(Failure.Cause.OTHER, ex.getClass().getSimpleName());
		}
	}

	private Input.Listing bounded(List<String> children, Stat stat) {
		long size = children.stream().mapToLong((name) -> name.getBytes(StandardCharsets.UTF_8).length + 4L).sum();
		return (size <= this.maxList) ? this.reader.children(children, stat)
				: new Failure(Failure.Cause.TOO_LARGE, "the list of the " + children.size() + " children of "
						+ this.path + " has " + size + " bytes, and the client takes " + this.maxList
						+ ". Remove the children that do not belong there, or raise the limit by the system property "
						+ ZKConfig.JUTE_MAXBUFFER);
	}

	private synchronized Client client() {
		Client client = this.zooKeeper;
		if (client == null) {
			throw new IllegalStateException("The ZooKeeper client " + this.clientId + " is not open");
		}
		return client;
	}

	private void connectionChanged(WatchedEvent event) {
		if (event.getType() != Watcher.Event.EventType.None) {
			return;
		}
		KeeperState state = event.getState();
		if (state == null || state == KeeperState.AuthFailed) {
			authenticationFailed();
			return;
		}
		switch (state) {
			case SyncConnected -> this.inputs
				.accept(new Input.Connected(this.clientId, TimeUnit.MILLISECONDS.toNanos(client().getSessionTimeout()),
						SaslConfig.of(client(), this.loginFailed), client().server()));
			case SaslAuthenticated -> this.inputs.accept(new Input.Authenticated(this.clientId));
			case Expired -> this.inputs.accept(new Input.SessionExpired(this.clientId));
			case Disconnected -> disconnected();
			case Closed -> {
				release();
				disconnected();
			}
			default -> {
				// Read-only is not asked for.
			}
		}
	}

	private void disconnected() {
		this.loginFailed = false;
		this.inputs.accept(new Input.Disconnected(this.clientId));
	}

	/**
	 * Either the server refused, which the client does not survive, or the client could
	 * not log in, and goes on without.
	 */
	private void authenticationFailed() {
		ZooKeeper client = client();
		if (client.getState() == ZooKeeper.States.AUTH_FAILED) {
			this.inputs.accept(new Input.ClientFailed(this.clientId, SaslConfig.refusal(client), null));
		}
		else {
			this.loginFailed = true;
			this.inputs.accept(new Input.LoginFailed(this.clientId));
		}
	}

	private void changed(WatchedEvent event) {
		if (event.getType() == Watcher.Event.EventType.None) {
			return;
		}
		if (this.path.equals(event.getPath())) {
			this.inputs.accept(new Input.PathChanged(this.clientId));
			return;
		}
		Optional<RegistrationName> name = RegistrationName.parse(event.getPath().substring(this.path.length() + 1));
		name.ifPresent((changed) -> this.inputs.accept((event.getType() == Watcher.Event.EventType.NodeDeleted)
				? new Input.MemberDeleted(this.clientId, changed) : new Input.MemberChanged(this.clientId, changed)));
	}

	private static Input.Reply version(int rc, @Nullable Stat stat) {
		return (rc == Code.OK.intValue() && stat != null) ? new Input.PathVersion(stat.getCzxid(), stat.getPzxid())
				: failure(rc);
	}

	private static Failure failure(int rc) {
		Code code = Code.get(rc);
		String text = (code != null) ? code.name() : "code " + rc;
		if (code == null) {
			return new Failure(Failure.Cause.OTHER, text);
		}
		return new Failure(switch (code) {
			case NONODE -> Failure.Cause.MISSING;
			case NOAUTH -> Failure.Cause.DENIED;
			case SESSIONCLOSEDREQUIRESASLAUTH -> Failure.Cause.UNAUTHENTICATED;
			case CONNECTIONLOSS, SESSIONEXPIRED, SESSIONMOVED, AUTHFAILED -> Failure.Cause.CONNECTION;
			default -> Failure.Cause.OTHER;
		}, text);
	}

	/** Knows the server that it is connected to. */
	@SuppressWarnings("try")
	private static final class Client extends ZooKeeper {

		private static final ThreadLocal<@Nullable Client> unfinished = new ThreadLocal<>();

		private final boolean finished;

		Client(String servers, int sessionTimeout, Watcher watcher, boolean canBeReadOnly, HostProvider provider,
				ZKClientConfig config) throws IOException {
			super(servers, sessionTimeout, watcher, canBeReadOnly, provider, config);
			this.finished = true;
		}

		Client(String servers, int sessionTimeout, Watcher watcher, boolean canBeReadOnly, ZKClientConfig config)
				throws IOException {
			super(servers, sessionTimeout, watcher, canBeReadOnly, config);
			this.finished = true;
		}

		/**
		 * Called by the constructor, which starts two threads. If the second cannot be
		 * had, nobody else knows the client that has the first.
		 */
		@Override
		public ZKClientConfig getClientConfig() {
			if (this.cnxn == null) {
				unfinished.set(this);
			}
			return super.getClientConfig();
		}

		/** Close the client whose constructor failed on this thread, if one did. */
		static void closeUnfinished() {
			Client client = unfinished.get();
			unfinished.remove();
			if (client != null && !client.finished && client.cnxn != null) {
				// A close would wait for an answer, which takes both threads.
				client.cnxn.disconnect();
			}
		}

		String server() {
			SocketAddress server = testableRemoteSocketAddress();
			// An address without a name begins with a slash.
			return (server != null) ? server.toString().replaceFirst("^/", "") : "a server that has left again";
		}

	}

}
