package io.github.mesosdiscovery.zookeeper;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.function.Consumer;

import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.client.HostProvider;
import org.apache.zookeeper.client.StaticHostProvider;
import org.jspecify.annotations.Nullable;

/**
 * The servers of a client, which asks for one at each attempt to connect. Nothing else
 * tells of an attempt's end.
 * <p>
 * Each has the name that was configured, be it an address. By itself the client looks an
 * address up backwards before it connects, for the sake of Kerberos, and then takes the
 * name that it found for the one that the server's certificate has to be for: whoever
 * answers that look-up could choose it.
 */
final class AttemptedServers implements HostProvider {

	private final HostProvider servers;

	private final Runnable ended;

	private final Consumer<InetSocketAddress> failed;

	private @Nullable InetSocketAddress tried;

	/**
	 * Create new servers.
	 * @param servers the servers as a client takes them
	 * @param ended told when an attempt has ended, well or not
	 * @param failed told of the server of an attempt that did not lead to a session
	 */
	AttemptedServers(String servers, Runnable ended, Consumer<InetSocketAddress> failed) {
		this.servers = new StaticHostProvider(new ConnectStringParser(servers).getServerAddresses());
		this.ended = ended;
		this.failed = failed;
	}

	@Override
	public int size() {
		return this.servers.size();
	}

	@Override
	public InetSocketAddress next(long spinDelay) {
		InetSocketAddress last = this.tried;
		if (last != null) {
			this.ended.run();
			this.failed.accept(last);
		}
		InetSocketAddress next = named(this.servers.next(spinDelay));
		this.tried = next;
		return next;
	}

	private static InetSocketAddress named(InetSocketAddress server) {
		InetAddress address = server.getAddress();
		if (address == null) {
			return server;
		}
		try {
			String name = server.getHostString();
			InetAddress named = (address instanceof Inet6Address scoped)
					? Inet6Address.getByAddress(name, address.getAddress(), scoped.getScopeId())
					: InetAddress.getByAddress(name, address.getAddress());
			return new InetSocketAddress(named, server.getPort());
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void onConnected() {
		this.tried = null;
		this.ended.run();
		this.servers.onConnected();
	}

	@Override
	public boolean updateServerList(Collection<InetSocketAddress> addresses, InetSocketAddress current) {
		return this.servers.updateServerList(addresses, current);
	}

}
