package dev.jvirt.bridge;

import dev.jvirt.api.domain.JobAmount;
import dev.jvirt.api.domain.JobInfo;
import dev.jvirt.api.domain.JobType;
import dev.jvirt.protocol.domain.DomainStatsCalls.DomainGetJobInfo;

/// Jobs of domains.
public final class Jobs {
    private Jobs() {}

    /// The job as it travels.
    public static DomainGetJobInfo.Reply remote(JobInfo job) {
        return new DomainGetJobInfo.Reply(
                job.type().code(),
                job.timeElapsed(),
                job.timeRemaining(),
                job.data().total(),
                job.data().processed(),
                job.data().remaining(),
                job.memory().total(),
                job.memory().processed(),
                job.memory().remaining(),
                job.file().total(),
                job.file().processed(),
                job.file().remaining());
    }

    /// The job that came.
    public static JobInfo local(DomainGetJobInfo.Reply job) {
        return new JobInfo(
                JobType.of(job.type()),
                job.timeElapsed(),
                job.timeRemaining(),
                new JobAmount(job.dataTotal(), job.dataProcessed(), job.dataRemaining()),
                new JobAmount(job.memTotal(), job.memProcessed(), job.memRemaining()),
                new JobAmount(job.fileTotal(), job.fileProcessed(), job.fileRemaining()));
    }
}
