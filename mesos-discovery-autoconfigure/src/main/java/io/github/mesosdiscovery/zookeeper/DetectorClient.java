package io.github.mesosdiscovery.zookeeper;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.apache.zookeeper.Watcher.Event.EventType;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.StaticHostProvider;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.common.ZKConfig;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;

/**
 * A ZooKeeper client for one session. It turns replies and events into inputs that carry
 * its number, and it only reads.
 */
final class DetectorClient {

	/**
	 * The default size of a list of children in bytes, four times that of ZooKeeper: a
	 * list comes in one packet, and 1 MB is full with 45,000 registrations.
	 */
	private static final int MAX_LIST = 4 * 1024 * 1024;

	/**
	 * The size of a packet in lists. A packet that is too large breaks the connection
	 * without a reason, whereas a list that is too large is reported.
	 */
	private static final int LISTS_PER_PACKET = 4;

	private final int clientId;

	private final LocatorSettings settings;

	private final String path;

	private final @Nullable DigestCredentials credentials;

	private final ZnodeDecoder decoder;

	private final Consumer<Input> inputs;

	/** One object for all watches, so that ZooKeeper keeps one watch for each znode. */
	private final Watcher watcher = this::znodeChanged;

	private int maxList = MAX_LIST;

	private volatile @Nullable ClientTls tls;

	/** If the second thread of a client cannot be started, the first remains. */
	private @Nullable Client unfinished;

	private @Nullable Client zooKeeper;

	/** Only for the event thread. */
	private boolean loginFailed;

	DetectorClient(int clientId, LocatorSettings settings, ZooKeeperUrl url, ZnodeDecoder decoder,
			Consumer<Input> inputs) {
		this.clientId = clientId;
		this.settings = settings;
		this.path = url.path();
		this.credentials = url.credentials();
		this.decoder = decoder;
		this.inputs = inputs;
	}

	int clientId() {
		return this.clientId;
	}

	/**
	 * Start to connect. Events wait until this method returns.
	 */
	synchronized ZooKeeper open(String servers, int sessionTimeout, Watcher curator, boolean canBeReadOnly)
			throws IOException {
		ZKClientConfig config = new SystemPropertiesClientConfig();
		ClientTls tls = (this.settings.tls() != null) ? new ClientTls(config, this.settings.tls()) : null;
		this.tls = tls;
		if (config.getProperty(ZKConfig.JUTE_MAXBUFFER) == null) {
			config.setProperty(ZKConfig.JUTE_MAXBUFFER, String.valueOf(MAX_LIST));
		}
		SaslConfig.allowDigest(config);
		this.settings.applyTo(config);
		this.maxList = config.getInt(ZKConfig.JUTE_MAXBUFFER, MAX_LIST);
		config.setProperty(ZKConfig.JUTE_MAXBUFFER,
				String.valueOf(Math.min((long) LISTS_PER_PACKET * this.maxList, Integer.MAX_VALUE)));
		Watcher watcher = (event) -> {
			connectionChanged(event);
			// ZooKeeper's client sets no state when it cannot start SASL.
			if (event.getState() != null) {
				curator.process(event);
			}
		};
		HostProvider hosts = (tls != null) ? tls.servers(servers)
				: new StaticHostProvider(new ConnectStringParser(servers).getServerAddresses());
		Client opened;
		try {
			opened = new Client(servers, sessionTimeout, watcher, canBeReadOnly, hosts, config);
		}
		catch (IOException | RuntimeException | Error ex) {
			if (this.unfinished != null) {
				this.unfinished.abandon();
			}
			throw ex;
		}
		// Curator would add them after the first read.
		if (this.credentials != null) {
			opened.addAuthInfo(DigestCredentials.SCHEME, this.credentials.authInfo());
		}
		this.zooKeeper = opened;
		return opened;
	}

	/**
	 * Release what ZooKeeper's client does not release when it is closed.
	 */
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
				// The server reports this to the first request only, and then closes the
				// connection.
				if (rc == Code.SESSIONCLOSEDREQUIRESASLAUTH.intValue()) {
					this.inputs.accept(new Input.ChildrenListed(this.clientId, request, failure(rc)));
				}
			}, null);
		}
		client.getChildren(this.path, this.watcher, (rc, path, ctx, children, stat) -> this.inputs
			.accept(new Input.ChildrenListed(this.clientId, request, listing(rc, children, stat))), null);
	}

	void read(RegistrationName name) {
		client().getData(this.path + "/" + name.znode(), this.watcher, (rc, path, ctx, data, stat) -> this.inputs
			.accept(new Input.MemberRead(this.clientId, name, registration(rc, name, data, stat))), null);
	}

	void watchCreation(long request) {
		client().exists(this.path, this.watcher, (rc, path, ctx, stat) -> this.inputs
			.accept(new Input.PathChecked(this.clientId, request, version(rc, stat))), null);
	}

	/** An old server answers exists even without the right to read. */
	void sendHeartbeat() {
		client().getData(this.path, false, (rc, path, ctx, data, stat) -> this.inputs
			.accept(new Input.HeartbeatReply(this.clientId, version(rc, stat))), null);
	}

	private Input.Listing listing(int rc, List<String> children, Stat stat) {
		if (rc != Code.OK.intValue()) {
			return failure(rc);
		}
		try {
			long size = children.stream().mapToLong((name) -> name.getBytes(StandardCharsets.UTF_8).length + 4L).sum();
			return (size <= this.maxList) ? this.decoder.children(children, stat)
					: new Failure(Failure.Cause.TOO_LARGE, "the list of the " + children.size() + " children of "
							+ this.path + " has " + size + " bytes, and the client accepts " + this.maxList
							+ ". Remove the children that do not belong there, or raise the limit with the system"
							+ " property " + ZKConfig.JUTE_MAXBUFFER);
		}
		catch (RuntimeException | Error ex) {
			return failure(ex);
		}
	}

	private Input.Reply registration(int rc, RegistrationName name, byte @Nullable [] data, Stat stat) {
		if (rc != Code.OK.intValue()) {
			return failure(rc);
		}
		try {
			return this.decoder.read(name, data, stat);
		}
		catch (RuntimeException | Error ex) {
			return failure(ex);
		}
	}

	private static Input.Reply version(int rc, @Nullable Stat stat) {
		return (rc == Code.OK.intValue() && stat != null) ? new Input.PathVersion(stat.getCzxid(), stat.getPzxid())
				: failure(rc);
	}

	private static Failure failure(int rc) {
		Code code = Code.get(rc);
		if (code == null) {
			return new Failure(Failure.Cause.OTHER, "code " + rc);
		}
		return new Failure(switch (code) {
			case NONODE -> Failure.Cause.MISSING;
			case NOAUTH -> Failure.Cause.DENIED;
			case SESSIONCLOSEDREQUIRESASLAUTH -> Failure.Cause.UNAUTHENTICATED;
			case CONNECTIONLOSS, SESSIONEXPIRED, SESSIONMOVED, AUTHFAILED -> Failure.Cause.CONNECTION;
			default -> Failure.Cause.OTHER;
		}, code.name());
	}

	/** Thrown on ZooKeeper's thread it would be lost, and the reply with it. */
	private static Failure failure(Throwable ex) {
		return new Failure(Failure.Cause.OTHER, ex.getClass().getSimpleName());
	}

	private synchronized Client client() {
		Client client = this.zooKeeper;
		if (client == null) {
			throw new IllegalStateException("The ZooKeeper client " + this.clientId + " is not open");
		}
		return client;
	}

	private void connectionChanged(WatchedEvent event) {
		if (event.getType() != EventType.None) {
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
			case Disconnected, Closed -> {
				this.loginFailed = false;
				this.inputs.accept(new Input.Disconnected(this.clientId));
			}
			default -> {
				// The client is never read-only.
			}
		}
	}

	/**
	 * Either the server has rejected the client, which never connects again, or the
	 * client could not log in, and connects without.
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

	private void znodeChanged(WatchedEvent event) {
		if (event.getType() == EventType.None) {
			return;
		}
		if (this.path.equals(event.getPath())) {
			this.inputs.accept(new Input.PathChanged(this.clientId));
			return;
		}
		RegistrationName.parse(event.getPath().substring(this.path.length() + 1))
			.ifPresent((name) -> this.inputs.accept((event.getType() == EventType.NodeDeleted)
					? new Input.MemberDeleted(this.clientId, name) : new Input.MemberChanged(this.clientId, name)));
	}

	/** Gives access to what only subclasses of {@link ZooKeeper} can reach. */
	@SuppressWarnings("try")
	private final class Client extends ZooKeeper {

		Client(String servers, int sessionTimeout, Watcher watcher, boolean canBeReadOnly, HostProvider hosts,
				ZKClientConfig config) throws IOException {
			super(servers, sessionTimeout, watcher, canBeReadOnly, hosts, config);
		}

		/** Called by the constructor before it starts any thread. */
		@Override
		public ZKClientConfig getClientConfig() {
			DetectorClient.this.unfinished = this;
			return super.getClientConfig();
		}

		void abandon() {
			if (this.cnxn != null) {
				// A close would wait for an answer, which takes both threads.
				this.cnxn.disconnect();
			}
		}

		String server() {
			SocketAddress server = testableRemoteSocketAddress();
			// An address without a name begins with a slash.
			return (server != null) ? server.toString().replaceFirst("^/", "") : "a server that has left again";
		}

	}

}
