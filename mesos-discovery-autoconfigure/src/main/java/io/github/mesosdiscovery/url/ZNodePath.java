package io.github.mesosdiscovery.url;

import io.github.mesosdiscovery.codec.EscapedText;
import org.apache.zookeeper.common.PathUtils;

/**
 * The path of a ZooKeeper URL, by the rules of Mesos and then of ZooKeeper.
 */
final class ZNodePath {

	private ZNodePath() {
	}

	static String normalize(String path) {
		if (path.indexOf('@') >= 0) {
			throw new InvalidMasterUrlException("there is a slash before the last @, and the path starts at the first "
					+ "slash; give a user or password with a slash as mesos.discovery.zk.username and "
					+ "mesos.discovery.zk.password", InvalidMasterUrlException.ZK);
		}
		if (path.contains(ZooKeeperUrl.SCHEME)) {
			throw new InvalidMasterUrlException("zk:// and the path are given once for all servers",
					InvalidMasterUrlException.ZK_SERVERS);
		}
		String result = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
		if (result.isEmpty() || result.equals("/")) {
			throw new InvalidMasterUrlException("the path of the masters is missing ('/' is not supported)",
					InvalidMasterUrlException.ZK);
		}
		try {
			PathUtils.validatePath(result);
		}
		catch (IllegalArgumentException ex) {
			// The message of ZooKeeper repeats the path, so only the end of it is used.
			String message = String.valueOf(ex.getMessage());
			String why = message.substring(message.lastIndexOf('"') + 1).replace(" caused by ", "");
			throw new InvalidMasterUrlException("ZooKeeper does not allow the path (" + why + ")",
					InvalidMasterUrlException.ZK);
		}
		// ZooKeeper allows some of these. They come from copying, and they could forge a
		// log line.
		CommonMistakes.checkCharacters(result, (character) -> !EscapedText.isPlain(character));
		return result;
	}

}
