package io.github.mesosdiscovery;

/**
 * A registration whose data cannot be read or understood. It takes its place in the
 * election all the same, as it does for Mesos: nobody is promoted in its place.
 *
 * @param znode the name of the znode
 * @param sequence the number that ZooKeeper gave to the znode
 * @param epoch the czxid of the znode, or 0 when it is not known
 * @param error what is wrong with it
 * @param denied whether ZooKeeper refused the data for want of authorization
 */
public record UnreadableMaster(String znode, int sequence, long epoch, String error,
		boolean denied) implements MasterRegistration {

}
