//! Plays sounds through the system's sound server, on a thread of its own. Where there is no server it is silent.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use bevy::prelude::Resource;

use super::synth::{RATE, Sound};

/// Sounds that may wait; beyond that they are left out, since a sound that comes late is worse than none.
const WAITING: usize = 2;

/// Plays sounds. Asking for one costs a message to a thread, and never waits.
#[derive(Resource, Debug)]
pub struct Player {
    to: Option<SyncSender<(Sound, f32)>>,
    /// How loud, from 0 to 1.
    pub volume: f32,
}

impl Default for Player {
    fn default() -> Self {
        Self { to: None, volume: 1.0 }
    }
}

impl Player {
    /// A player whose sounds are told to somebody, and not played.
    #[cfg(test)]
    pub fn told(to: SyncSender<(Sound, f32)>) -> Self {
        Self { to: Some(to), ..Self::default() }
    }

    /// Plays a sound, unless there is silence.
    pub fn play(&mut self, sound: Sound) {
        if self.volume <= 0.0 {
            return;
        }
        let volume = self.volume.min(1.0);
        let to = self.to.get_or_insert_with(|| {
            let (to, asked) = sync_channel(WAITING);
            // Without a thread there is no sound, and the game goes on.
            let _ = thread::Builder::new().name("sound".to_owned()).spawn(move || listen(&asked));
            to
        });
        // A thread that is gone, or that has enough to play, is no matter.
        let _ = to.try_send((sound, volume));
    }
}

fn listen(asked: &Receiver<(Sound, f32)>) {
    let mut server = Server::default();
    for (sound, volume) in asked {
        server.play(&pressed(&sound.samples(), volume));
    }
}

/// Samples as bytes of 16 bits each, low byte first.
#[expect(clippy::cast_possible_truncation, reason = "kept within 16 bits")]
fn pressed(samples: &[f32], volume: f32) -> Vec<u8> {
    let whole = |sample: &f32| (sample.clamp(-1.0, 1.0) * volume * f32::from(i16::MAX)) as i16;
    samples.iter().flat_map(|sample| whole(sample).to_le_bytes()).collect()
}

#[cfg(not(unix))]
#[derive(Default)]
struct Server;

#[cfg(not(unix))]
impl Server {
    /// No way to the sound of this system is built in.
    fn play(&mut self, bytes: &[u8]) {
        let _ = (bytes, RATE);
    }
}

/// The sound server, once it has answered.
#[cfg(unix)]
#[derive(Default)]
struct Server {
    client: Option<pulseaudio::Client>,
}

#[cfg(unix)]
impl Server {
    /// Plays to the end. A server that is not there, or goes, is looked for again with the next sound.
    fn play(&mut self, bytes: &[u8]) {
        if self.client.is_none() {
            self.client = pulseaudio::Client::from_env(c"Rare Terms").ok();
        }
        let Some(client) = &self.client else { return };
        if bevy::tasks::block_on(Self::through(client, bytes.to_vec())).is_err() {
            self.client = None;
        }
    }

    async fn through(client: &pulseaudio::Client, bytes: Vec<u8>) -> Result<(), pulseaudio::ClientError> {
        use pulseaudio::AsPlaybackSource;
        use pulseaudio::protocol::{ChannelMap, PlaybackStreamParams, SampleFormat, SampleSpec};
        let params = PlaybackStreamParams {
            sample_spec: SampleSpec { format: SampleFormat::S16Le, channels: 1, sample_rate: RATE },
            channel_map: ChannelMap::mono(),
            ..PlaybackStreamParams::default()
        };
        let mut played = 0;
        let source = move |to: &mut [u8]| {
            let count = to.len().min(bytes.len() - played);
            to[..count].copy_from_slice(&bytes[played..played + count]);
            played += count;
            count
        };
        client.create_playback_stream(params, source.as_playback_source()).await?.play_all().await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loudness_is_kept_within_what_a_sample_holds() {
        assert_eq!(pressed(&[0.0, 1.0, -2.0], 1.0), [0, 0, 0xFF, 0x7F, 0x01, 0x80]);
        assert_eq!(pressed(&[1.0], 0.0), [0, 0]);
    }

    #[test]
    fn asking_never_waits_and_silence_asks_nobody() {
        let mut player = Player { volume: 0.0, ..Player::default() };
        player.play(Sound::Bell);
        assert!(player.to.is_none());
        player.volume = 1.0;
        for _ in 0..50 {
            player.play(Sound::Paper);
        }
    }
}
