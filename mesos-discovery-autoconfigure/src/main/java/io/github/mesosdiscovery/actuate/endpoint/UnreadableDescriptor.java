package io.github.mesosdiscovery.actuate.endpoint;

import io.github.mesosdiscovery.UnreadableMaster;

/**
 * A registration that cannot be read or understood.
 *
 * @param znode the name of the znode
 * @param sequence the number that ZooKeeper gave to the znode
 * @param error what is wrong with it
 * @param leading whether it leads the election, so that there is no leader
 */
public record UnreadableDescriptor(String znode, int sequence, String error,
		boolean leading) implements RegistrationDescriptor {

	static UnreadableDescriptor of(UnreadableMaster master, boolean leading) {
		return new UnreadableDescriptor(master.znode(), master.sequence(), master.error(), leading);
	}

}
