package io.github.mesosdiscovery;

/**
 * A registration whose data cannot be read or decoded. It takes part in the election
 * nevertheless, like for Mesos: if it leads, no other master is promoted in its place.
 *
 * @param znode the name of the znode, without its path
 * @param sequence the number that ZooKeeper gave to the znode
 * @param epoch the czxid of the znode, or 0 if it is not known
 * @param error why it cannot be read
 * @param denied whether the credentials do not allow to read it
 */
public record UnreadableMaster(String znode, int sequence, long epoch, String error,
		boolean denied) implements MasterRegistration {

}
