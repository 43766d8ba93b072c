package io.github.mesosdiscovery.url;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.github.mesosdiscovery.SafeText;
import io.github.mesosdiscovery.codec.MasterHost;
import io.github.mesosdiscovery.codec.MesosMasterDecoder;
import org.apache.zookeeper.client.ConnectStringParser;
import org.apache.zookeeper.common.PathUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rules that hold for any master URL, shared by property tests and fuzzing.
 */
public final class MasterUrlRules {

	/** It begins with no hexadecimal digit, in which an escaped character could end. */
	static final String CANARY = "QcAnArY5";

	private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,254}|[0-9a-fA-F:.]{2,45}");

	private MasterUrlRules() {
	}

	/**
	 * Check a text as a master URL, and as what stands around a password in one.
	 * @param text the text; it names no file
	 */
	public static void check(String text) {
		String innocent = text.replace(CANARY, "");
		checkAlone(innocent);
		// One of them for each text, since fuzzing has very many.
		checkAlone(switch (innocent.length() % 3) {
			case 0 -> "zk://user:" + CANARY + "@" + innocent;
			case 1 -> "zk://user:" + CANARY + innocent;
			default -> innocent + ":" + CANARY + "@zk1:2181/mesos";
		});
	}

	/**
	 * Check a text as a master URL.
	 * @param text the text
	 * @return the master URL, if the text is one
	 */
	static Optional<MasterUrl> checkAlone(String text) {
		try {
			MasterUrl masterUrl = MasterUrlParser.parse(text);
			checkShown(masterUrl);
			masterUrl.hint().ifPresent(MasterUrlRules::checkShown);
			if (masterUrl instanceof ZooKeeperUrl url) {
				checkUrl(url);
			}
			else if (masterUrl instanceof FixedMaster master) {
				checkMaster(master);
			}
			return Optional.of(masterUrl);
		}
		catch (InvalidMasterUrlException ex) {
			checkShown(ex);
			checkShown(String.valueOf(ex.getMessage()));
			checkShown(ex.reason());
			assertThat((Object) ex.getCause()).isNull();
			assertThat(ex.getMessage()).endsWith("for example " + ex.example());
			return Optional.empty();
		}
	}

	private static void checkUrl(ZooKeeperUrl url) {
		String servers = url.servers();
		ConnectStringParser parser = new ConnectStringParser(servers);
		List<InetSocketAddress> addresses = parser.getServerAddresses();
		assertThat(parser.getChrootPath()).isNull();
		assertThat(addresses).hasSize(servers.split(",", -1).length);
		for (InetSocketAddress address : addresses) {
			assertThat(HOST.matcher(address.getHostString()).matches()).isTrue();
			assertThat(address.getPort()).isBetween(1, 65535);
		}
		PathUtils.validatePath(url.path());
		assertThat(url.path().length()).isGreaterThan(1);
		SafeText.checkCharacters(url.path());
		// White space at the end is not shown in a way that could be read again.
		if (url.path().equals(url.path().strip())) {
			assertThat(MasterUrlParser.parse(url.toString())).isEqualTo(new ZooKeeperUrl(servers, url.path(),
					(url.credentials() != null) ? new DigestCredentials("***", null) : null));
		}
	}

	private static void checkMaster(FixedMaster master) {
		assertThat(HOST.matcher(master.host()).matches()).isTrue();
		assertThat(master.port()).isBetween(1, 65535);
		URI uri = URI.create("http://" + master);
		assertThat(uri.getHost() + ":" + uri.getPort()).isEqualTo(master.toString());
		assertThat(MasterUrlParser.parse(master.toString())).isEqualTo(master);
		assertThat(master.decode(new MesosMasterDecoder("https", MasterHost.HOSTNAME)).port()).isEqualTo(master.port());
	}

	/** Only the length of exceptions is bounded. */
	private static void checkShown(Object shown) {
		String text = shown.toString();
		SafeText.checkCharacters(text);
		assertThat(text).doesNotContain(CANARY);
		if (shown instanceof Exception) {
			SafeText.check(text);
		}
	}

}
